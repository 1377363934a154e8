package dev.hexwing.architecture;

import static dev.hexwing.architecture.HexagonRules.DOMAIN;
import static dev.hexwing.architecture.Judge.classes;

import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Names;
import java.util.List;

/** DDD, fourth part: domain events. */
final class EventRules {

  private EventRules() {}

  static List<Rule> of(Layout layout) {
    PastTense pastTense = new PastTense(layout.stateWords());
    return List.of(
        Rule.of("DDD-09", layout, classes(EventRules::isEvent, Immutability::judge)),
        Rule.of("DDD-10", layout, belongToFamilies()),
        Rule.of(
            "DDD-11",
            layout,
            classes(
                EventRules::isEvent,
                (code, type, verdict) -> {
                  if (!pastTense.holdsFor(type.simpleName())) {
                    verdict.found(type, "does not say what has happened");
                  }
                })),
        Rule.of("DDD-12", layout, carryMetadata()),
        Rule.of("DDD-16", layout, ValueRules.holdNoEntity(EventRules::isEvent)));
  }

  private static boolean isEvent(CodeBase code, ClassInfo type) {
    return code.is(type, Block.DOMAIN_EVENT) && !type.isInterface();
  }

  private static Judge belongToFamilies() {
    return classes(
        // What all events have in common belongs to no context, and to no family.
        (code, type) ->
            DOMAIN.test(code, type)
                && code.is(type, Block.DOMAIN_EVENT)
                && code.roleOf(type).role() != Role.SHARED_KERNEL,
        (code, type, verdict) -> {
          if (type.isInterface()) {
            if (!isFamily(code, type)) {
              verdict.found(type, "is no sealed interface named ...Event");
            }
          } else if (!isFamilyMember(code, type.name())) {
            verdict.found(type, "belongs to no sealed family of events");
          } else if (!type.isRecord()) {
            verdict.found(type, "is an event and no record");
          }
        });
  }

  private static Judge carryMetadata() {
    return classes(
        (code, type) ->
            !code.layout().metadataType().isEmpty()
                && DOMAIN.test(code, type)
                && isEvent(code, type),
        (code, type, verdict) -> {
          String metadata = code.layout().metadataType();
          if (type.state().noneMatch(field -> field.type().name().equals(metadata))) {
            verdict.found(type, "carries no " + Names.shortNameOf(metadata));
          }
        });
  }

  /** A sealed interface over the events of one context or aggregate. */
  private static boolean isFamily(CodeBase code, ClassInfo type) {
    return type.isInterface()
        && type.isSealed()
        && type.simpleName().endsWith("Event")
        && code.is(type, Block.DOMAIN_EVENT);
  }

  /** A family of events, or one of its events. */
  static boolean isFamilyMember(CodeBase code, String name) {
    for (String parent : code.supertypesOf(name)) {
      ClassInfo info = code.find(parent);
      if (info != null && isFamily(code, info)) {
        return true;
      }
    }
    return false;
  }
}
