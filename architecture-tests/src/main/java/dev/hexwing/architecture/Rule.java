package dev.hexwing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One rule of architecture: an {@link ArchRule} with a stable id and a reason.
 *
 * <p>The id, such as {@code HEX-01}, never changes its meaning. A rule that finds nothing to judge
 * fails, because a rule that cannot fail is worse than none; {@link #allowEmptyShould} lifts that.
 * Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * RuleBook.of(Layout.under("com.example").build()).rule("HEX-01").check(classes);
 * }</pre>
 */
public final class Rule implements ArchRule {

  private final String id;
  private final String statement;
  private final String reason;
  private final ArchRule rule;

  private Rule(String id, String statement, String reason, ArchRule rule) {
    this.id = Objects.requireNonNull(id, "id");
    this.statement = Objects.requireNonNull(statement, "statement");
    this.reason = Objects.requireNonNull(reason, "reason");
    this.rule = rule.as(id + ": " + statement + ", because " + reason);
  }

  /** A rule that asks something of every class of a kind. */
  static Rule of(
      String id,
      DescribedPredicate<JavaClass> subjects,
      ArchCondition<JavaClass> condition,
      String reason) {
    return new Rule(
        id,
        subjects.getDescription() + " " + condition.getDescription(),
        reason,
        ArchRuleDefinition.classes().that(subjects).should(condition).allowEmptyShould(false));
  }

  /** A rule that asks something of every package that has classes of a kind. */
  static Rule ofPackages(
      String id,
      DescribedPredicate<JavaClass> classesInside,
      String subjects,
      String condition,
      Predicate<JavaPackage> holds,
      String reason) {
    ClassesTransformer<JavaPackage> packages =
        new AbstractClassesTransformer<>(subjects) {
          @Override
          public Iterable<JavaPackage> doTransform(JavaClasses classes) {
            Map<String, JavaPackage> found = new TreeMap<>();
            classes.stream()
                .filter(classesInside)
                .forEach(type -> found.put(type.getPackageName(), type.getPackage()));
            return found.values();
          }
        };
    return new Rule(
        id,
        subjects + " " + condition,
        reason,
        ArchRuleDefinition.all(packages)
            .should(
                new ArchCondition<>(condition) {
                  @Override
                  public void check(JavaPackage subject, ConditionEvents events) {
                    if (!holds.test(subject)) {
                      String message = "Package <" + subject.getName() + "> does not";
                      events.add(SimpleConditionEvent.violated(subject, message));
                    }
                  }
                })
            .allowEmptyShould(false));
  }

  /** The name of the rule, for ever: a family, a dash and two digits. */
  public String id() {
    return id;
  }

  /** What the rule asks, in one sentence. */
  public String statement() {
    return statement;
  }

  /** Why it asks. */
  public String reason() {
    return reason;
  }

  @Override
  public void check(JavaClasses classes) {
    rule.check(classes);
  }

  @Override
  public EvaluationResult evaluate(JavaClasses classes) {
    return rule.evaluate(classes);
  }

  @Override
  public Rule because(String newReason) {
    return new Rule(id, statement, newReason, rule);
  }

  @Override
  public Rule allowEmptyShould(boolean allow) {
    return new Rule(id, statement, reason, rule.allowEmptyShould(allow));
  }

  @Override
  public Rule as(String newStatement) {
    return new Rule(id, newStatement, reason, rule);
  }

  @Override
  public String getDescription() {
    return rule.getDescription();
  }

  @Override
  public String toString() {
    return getDescription();
  }
}
