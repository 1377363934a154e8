package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.AnnotationInfo;
import dev.hexwing.architecture.classfile.ClassInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the annotations and types of jMolecules say, by name: nobody needs them on a class path. */
final class Stereotypes {

  /** The annotation on the field that names an aggregate. */
  static final String IDENTITY = "org.jmolecules.ddd.annotation.Identity";

  /** The annotation of a package that is a context. */
  static final String BOUNDED_CONTEXT = "org.jmolecules.ddd.annotation.BoundedContext";

  /** The annotation of a package that is a part of a context, or a context where none is told. */
  static final String MODULE = "org.jmolecules.ddd.annotation.Module";

  /** A reference to an aggregate by its id, although it names the aggregate's type. */
  static final String ASSOCIATION = "org.jmolecules.ddd.types.Association";

  private static final String HEXAGONAL = "org.jmolecules.architecture.hexagonal.";
  private static final String ONION = "org.jmolecules.architecture.onion.";
  private static final String LAYERED = "org.jmolecules.architecture.layered.";
  private static final String DDD = "org.jmolecules.ddd.annotation.";
  private static final String TYPES = "org.jmolecules.ddd.types.";

  /** Roles by annotation, on a class or a package. */
  static final Map<String, Role> ROLES =
      Map.ofEntries(
          Map.entry(HEXAGONAL + "Application", Role.APPLICATION),
          Map.entry(HEXAGONAL + "Port", Role.APPLICATION),
          Map.entry(HEXAGONAL + "PrimaryPort", Role.DRIVING_PORT),
          Map.entry(HEXAGONAL + "SecondaryPort", Role.DRIVEN_PORT),
          Map.entry(HEXAGONAL + "Adapter", Role.ADAPTER),
          Map.entry(HEXAGONAL + "PrimaryAdapter", Role.DRIVING_ADAPTER),
          Map.entry(HEXAGONAL + "SecondaryAdapter", Role.DRIVEN_ADAPTER),
          Map.entry(ONION + "simplified.DomainRing", Role.DOMAIN),
          Map.entry(ONION + "simplified.ApplicationRing", Role.APPLICATION),
          Map.entry(ONION + "simplified.InfrastructureRing", Role.ADAPTER),
          Map.entry(ONION + "classical.DomainModelRing", Role.DOMAIN),
          Map.entry(ONION + "classical.DomainServiceRing", Role.DOMAIN),
          Map.entry(ONION + "classical.ApplicationServiceRing", Role.APPLICATION),
          Map.entry(ONION + "classical.InfrastructureRing", Role.ADAPTER),
          Map.entry(LAYERED + "DomainLayer", Role.DOMAIN),
          Map.entry(LAYERED + "ApplicationLayer", Role.APPLICATION),
          Map.entry(LAYERED + "InfrastructureLayer", Role.DRIVEN_ADAPTER),
          Map.entry(LAYERED + "InterfaceLayer", Role.DRIVING_ADAPTER));

  /** Building blocks by annotation on a class. */
  static final Map<String, Block> BLOCKS =
      Map.of(
          DDD + "AggregateRoot",
          Block.AGGREGATE_ROOT,
          DDD + "Entity",
          Block.ENTITY,
          DDD + "ValueObject",
          Block.VALUE_OBJECT,
          DDD + "Repository",
          Block.REPOSITORY,
          DDD + "Factory",
          Block.FACTORY,
          DDD + "Service",
          Block.DOMAIN_SERVICE,
          "org.jmolecules.event.annotation.DomainEvent",
          Block.DOMAIN_EVENT);

  /** Building blocks by a type that a class extends or implements, however far up. */
  static final Map<String, Block> BLOCK_TYPES =
      Map.of(
          TYPES + "AggregateRoot",
          Block.AGGREGATE_ROOT,
          TYPES + "Entity",
          Block.ENTITY,
          TYPES + "ValueObject",
          Block.VALUE_OBJECT,
          TYPES + "Identifier",
          Block.IDENTIFIER,
          "org.jmolecules.event.types.DomainEvent",
          Block.DOMAIN_EVENT);

  /** Building blocks by a type that an interface extends. */
  static final String REPOSITORY_TYPE = TYPES + "Repository";

  // What a missing jMolecules on the class path would have told.
  static final Map<String, String> PARENTS =
      Map.of(
          TYPES + "AggregateRoot", TYPES + "Entity",
          TYPES + "Entity", TYPES + "Identifiable");

  private Stereotypes() {}

  /** What an annotation says, and how it is shown. */
  record Said<T>(T what, String text) {}

  /** What an annotation says itself, or through one that it is annotated with. */
  static <T> @Nullable Said<T> said(AnnotationInfo one, Map<String, T> meanings, Types types) {
    T direct = meanings.get(one.type());
    if (direct != null) {
      return new Said<>(direct, "@" + one.simpleName());
    }
    ClassInfo own = types.find(one.type());
    for (AnnotationInfo meta : own == null ? List.<AnnotationInfo>of() : own.annotations()) {
      T through = meanings.get(meta.type());
      if (through != null) {
        String text = "@" + one.simpleName() + ", which is annotated with @" + meta.simpleName();
        return new Said<>(through, text);
      }
    }
    return null;
  }
}
