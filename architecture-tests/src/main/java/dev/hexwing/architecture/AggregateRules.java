package dev.hexwing.architecture;

import static dev.hexwing.architecture.Check.about;
import static dev.hexwing.architecture.Check.subjects;
import static dev.hexwing.architecture.Check.that;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.function.Consumer;

/** DDD, first half: aggregates, values, repositories, refusals. */
final class AggregateRules {

  private AggregateRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        referByIdAlone(layout),
        noPublicConstructors(layout),
        noSetters(layout),
        nameTheirIdentity(layout),
        valuesAreImmutable(layout),
        recordsCopyCollections(layout),
        repositoriesAreInterfaces(layout),
        refusalsAreSealed(layout));
  }

  static Rule referByIdAlone(Layout layout) {
    return Rule.of(
        "DDD-01",
        subjects("domain classes", layout::isDomain),
        that(
            "hold no aggregate in a field, in whatever it is wrapped",
            (type, violations) ->
                Shapes.stateOf(type)
                    .forEach(
                        field ->
                            Shapes.involvedIn(field.getType()).stream()
                                .filter(held -> !held.isArray())
                                .filter(Stereotypes::isAggregateRoot)
                                .forEach(
                                    held ->
                                        violations.accept(
                                            about(
                                                field,
                                                "holds aggregate <" + held.getName() + ">"))))),
        "an aggregate is loaded, locked and written alone; others are known by id");
  }

  static Rule noPublicConstructors(Layout layout) {
    return Rule.of(
        "DDD-02",
        aggregates(layout),
        that(
            "have no public constructor",
            (type, violations) ->
                type.getConstructors().stream()
                    .filter(one -> one.getModifiers().contains(JavaModifier.PUBLIC))
                    .forEach(one -> violations.accept(about(one, "is public")))),
        "an aggregate is created by a named act that raises an event, or brought back by one that"
            + " does not");
  }

  static Rule noSetters(Layout layout) {
    return Rule.of(
        "DDD-03",
        aggregates(layout),
        that(
            "have no setters, and only private state",
            (type, violations) -> {
              type.getMethods().stream()
                  .filter(AggregateRules::isSetter)
                  .forEach(method -> violations.accept(about(method, "is a setter")));
              Shapes.stateOf(type)
                  .filter(field -> !field.getModifiers().contains(JavaModifier.PRIVATE))
                  .forEach(field -> violations.accept(about(field, "is not private")));
            }),
        "state changes by verbs that guard it");
  }

  private static boolean isSetter(JavaMethod method) {
    return method.getName().matches("set\\p{Lu}.*")
        && !method.getRawParameterTypes().isEmpty()
        && !method.getModifiers().contains(JavaModifier.PRIVATE);
  }

  static Rule nameTheirIdentity(Layout layout) {
    return Rule.of(
        "DDD-04",
        aggregates(layout),
        that(
            "have one final @Identity field of an id type of their own",
            (type, violations) -> {
              List<JavaField> identities =
                  Shapes.stateOf(type)
                      .filter(field -> field.isAnnotatedWith(Stereotypes.IDENTITY))
                      .toList();
              if (identities.size() != 1) {
                violations.accept(about(type, "has " + identities.size() + " @Identity fields"));
              }
              identities.forEach(field -> judgeIdentity(field, violations));
            }),
        "an aggregate is the same as long as its id is");
  }

  private static void judgeIdentity(JavaField field, Consumer<String> violations) {
    if (!field.getModifiers().contains(JavaModifier.FINAL)) {
      violations.accept(about(field, "is not final"));
    }
    if (!Stereotypes.isId(field.getRawType())) {
      violations.accept(about(field, "is no typed id but <" + field.getRawType().getName() + ">"));
    }
  }

  static Rule valuesAreImmutable(Layout layout) {
    Immutability immutability = new Immutability(layout);
    return Rule.of(
        "DDD-05",
        subjects("value objects", type -> layout.isDomain(type) && Stereotypes.isValueObject(type)),
        that("are immutable", immutability::judge),
        "a value that changes is another value");
  }

  static Rule recordsCopyCollections(Layout layout) {
    return Rule.of(
        "DDD-06",
        subjects("domain records", type -> layout.isDomain(type) && type.isRecord()),
        that("copy the collections that they are given", Immutability::judgeCopies),
        "who gave the collection could still change it");
  }

  static Rule repositoriesAreInterfaces(Layout layout) {
    return Rule.of(
        "DDD-07",
        subjects("repositories", type -> layout.isOurs(type) && Stereotypes.isRepository(type)),
        that(
            "are interfaces of the domain",
            (type, violations) -> {
              if (!type.isInterface()) {
                violations.accept(about(type, "is a repository and no interface"));
              }
              if (!layout.isDomain(type)) {
                violations.accept(about(type, "is a repository outside the domain"));
              }
            }),
        "the domain says what it needs kept, and adapters say how");
  }

  static Rule refusalsAreSealed(Layout layout) {
    return Rule.of(
        "DDD-08",
        subjects("refusals of contexts", type -> isRefusal(layout, type)),
        that(
            "are records of a sealed family of their context",
            (type, violations) -> {
              if (!type.isAssignableTo(layout.domainError())) {
                violations.accept(about(type, "is named a refusal and is no DomainError"));
              } else if (type.isInterface()) {
                if (!type.isSealed()) {
                  violations.accept(about(type, "is a family of refusals and not sealed"));
                }
              } else {
                judgeRefusal(layout, type, violations);
              }
            }),
        "the compiler must name every place that forgets a new refusal");
  }

  private static void judgeRefusal(Layout layout, JavaClass type, Consumer<String> violations) {
    if (!type.isRecord() && !type.isEnum()) {
      violations.accept(about(type, "is a refusal and no record"));
    }
    boolean sealed =
        type.getAllRawInterfaces().stream()
            .anyMatch(face -> face.isSealed() && face.isAssignableTo(layout.domainError()));
    if (!sealed) {
      violations.accept(about(type, "belongs to no sealed family of refusals"));
    }
  }

  private static boolean isRefusal(Layout layout, JavaClass type) {
    boolean inContext =
        layout
            .domainContextOf(type)
            .or(() -> layout.applicationContextOf(type))
            .filter(context -> !context.equals(layout.sharedKernel()))
            .isPresent();
    return inContext
        && (type.isAssignableTo(layout.domainError()) || type.getSimpleName().endsWith("Refusal"));
  }

  private static DescribedPredicate<JavaClass> aggregates(Layout layout) {
    return subjects(
        "aggregates", type -> layout.isDomain(type) && Stereotypes.isAggregateRoot(type));
  }
}
