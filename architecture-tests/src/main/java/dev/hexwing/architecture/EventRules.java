package dev.hexwing.architecture;

import static dev.hexwing.architecture.Check.about;
import static dev.hexwing.architecture.Check.subjects;
import static dev.hexwing.architecture.Check.that;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** DDD, second half: domain events. */
final class EventRules {

  private EventRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        eventsAreImmutableRecords(layout),
        eventsBelongToFamilies(layout),
        eventsAreInThePast(layout),
        eventsCarryMetadata(layout));
  }

  static Rule eventsAreImmutableRecords(Layout layout) {
    Immutability immutability = new Immutability(layout);
    return Rule.of(
        "DDD-09",
        subjects("domain events", type -> isEvent(layout, type)),
        that(
            "are immutable records",
            (type, violations) -> {
              if (!type.isRecord()) {
                violations.accept(about(type, "is an event and no record"));
              }
              immutability.judge(type, violations);
            }),
        "what happened does not change");
  }

  static Rule eventsBelongToFamilies(Layout layout) {
    return Rule.of(
        "DDD-10",
        subjects(
            "domain events and their families",
            type ->
                layout.isDomain(type)
                    && type.isAssignableTo(layout.domainEvent())
                    && !type.getName().equals(layout.domainEvent())),
        that(
            "belong to a sealed family whose name ends in Event",
            (type, violations) -> {
              if (type.isInterface() && !isFamily(layout, type)) {
                violations.accept(about(type, "is no sealed interface named ...Event"));
              }
              if (!type.isInterface() && !isFamilyMember(layout, type)) {
                violations.accept(about(type, "belongs to no sealed family of events"));
              }
            }),
        "whoever folds or translates events must be told by the compiler of a new one");
  }

  static Rule eventsAreInThePast(Layout layout) {
    PastTense pastTense = new PastTense(layout.stateWords());
    return Rule.of(
        "DDD-11",
        subjects("domain events", type -> isEvent(layout, type)),
        that(
            "are named in the past tense",
            (type, violations) -> {
              if (!pastTense.holdsFor(type.getSimpleName())) {
                violations.accept(about(type, "does not say what has happened"));
              }
            }),
        "an event cannot be refused any more; an order to do something can");
  }

  static Rule eventsCarryMetadata(Layout layout) {
    return Rule.of(
        "DDD-12",
        subjects("domain events", type -> isEvent(layout, type)),
        that(
            "carry metadata as a component",
            (type, violations) -> {
              boolean carried =
                  Shapes.stateOf(type)
                      .anyMatch(
                          field -> field.getRawType().getName().equals(layout.eventMetadata()));
              if (!carried) {
                violations.accept(about(type, "carries no metadata"));
              }
            }),
        "without id, version and correlation nobody can drop a duplicate or follow an intent");
  }

  /** A concrete event of the domain. */
  static boolean isEvent(Layout layout, JavaClass type) {
    return layout.isDomain(type)
        && !type.isInterface()
        && type.isAssignableTo(layout.domainEvent());
  }

  /** A sealed interface over the events of one context or aggregate. */
  static boolean isFamily(Layout layout, JavaClass type) {
    return type.isInterface()
        && type.isSealed()
        && type.getSimpleName().endsWith("Event")
        && !type.getName().equals(layout.domainEvent())
        && type.isAssignableTo(layout.domainEvent());
  }

  /** A family of events, or one of its events. */
  static boolean isFamilyMember(Layout layout, JavaClass type) {
    return isFamily(layout, type)
        || type.getAllRawInterfaces().stream().anyMatch(face -> isFamily(layout, face));
  }
}
