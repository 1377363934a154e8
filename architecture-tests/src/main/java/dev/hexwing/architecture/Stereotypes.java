package dev.hexwing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jmolecules.ddd.annotation.Repository;
import org.jmolecules.ddd.annotation.ValueObject;

/** What a class says it is: by a jMolecules annotation or a jMolecules type. */
final class Stereotypes {

  /** The annotation on the field that names an aggregate. */
  static final String IDENTITY = Identity.class.getName();

  // By name, because a domain alone has no ports and no need for that library.
  private static final String PRIMARY_PORT = "org.jmolecules.architecture.hexagonal.PrimaryPort";
  private static final String SECONDARY_PORT =
      "org.jmolecules.architecture.hexagonal.SecondaryPort";

  private Stereotypes() {}

  static boolean isAggregateRoot(JavaClass type) {
    return type.isAnnotatedWith(AggregateRoot.class)
        || type.isAssignableTo(org.jmolecules.ddd.types.AggregateRoot.class);
  }

  static boolean isValueObject(JavaClass type) {
    return type.isAnnotatedWith(ValueObject.class)
        || type.isAssignableTo(org.jmolecules.ddd.types.ValueObject.class)
        || type.isAssignableTo(org.jmolecules.ddd.types.Identifier.class);
  }

  static boolean isRepository(JavaClass type) {
    return type.isAnnotatedWith(Repository.class)
        || type.getRawInterfaces().stream()
            .anyMatch(face -> face.isEquivalentTo(org.jmolecules.ddd.types.Repository.class));
  }

  static boolean isDrivingPort(JavaClass type) {
    return type.isAnnotatedWith(PRIMARY_PORT);
  }

  static boolean isDrivenPort(JavaClass type) {
    return type.isAnnotatedWith(SECONDARY_PORT);
  }

  /** An id that other contexts may hold: a record, a value object, and named so. */
  static boolean isId(JavaClass type) {
    return type.isRecord() && isValueObject(type) && type.getSimpleName().endsWith("Id");
  }
}
