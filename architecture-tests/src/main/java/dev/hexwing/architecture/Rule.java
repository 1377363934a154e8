package dev.hexwing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Objects;

/**
 * One rule of architecture: a stable id, a reason, and an {@link ArchRule}.
 *
 * <p>The id, such as {@code HEX-01}, never changes its meaning. A rule that finds nothing to judge,
 * or nothing to complain about however bad the code, fails as an {@code ArchRule}: a rule that
 * cannot fail is worse than none; the layout, or {@link #allowEmptyShould}, lifts that. Immutable
 * and safe for use by any number of threads.
 *
 * <pre>{@code
 * RuleBook.of(Layout.under("com.example").build()).rule("HEX-01").check(classes);
 * }</pre>
 */
public final class Rule implements ArchRule {

  private final RuleDescription description;
  private final Judge judge;
  private final Layout layout;
  private final boolean allowEmpty;

  private Rule(RuleDescription description, Judge judge, Layout layout, boolean allowEmpty) {
    this.description = description;
    this.judge = judge;
    this.layout = layout;
    this.allowEmpty = allowEmpty;
  }

  /** A rule of the catalogue. */
  static Rule of(String id, Layout layout, Judge judge) {
    RuleDescription told = RuleTexts.of(id);
    LayoutEntries.Setting setting = layout.settings().get(id);
    boolean mayBeEmpty = false;
    if (setting != null) {
      told = told.with(setting.severity());
      mayBeEmpty = setting.kind() == LayoutEntries.Setting.Kind.EMPTY;
    }
    return new Rule(told, judge, layout, mayBeEmpty);
  }

  /** The name of the rule, for ever: a family, a dash and two digits. */
  public String id() {
    return description.id();
  }

  /** What the rule asks, in one sentence. */
  public String statement() {
    return description.statement();
  }

  /** Why it asks. */
  public String reason() {
    return description.why();
  }

  /** How bad a finding is, as the layout has it. */
  public Severity severity() {
    return description.severity();
  }

  /** All that a person needs to know of it. */
  public RuleDescription description() {
    return description;
  }

  /** Whether the layout leaves it on. */
  public boolean isOn() {
    LayoutEntries.Setting setting = layout.settings().get(id());
    return setting == null ? description.onByDefault() : setting.on();
  }

  Layout layout() {
    return layout;
  }

  boolean allowsEmpty() {
    return allowEmpty;
  }

  /** Judges a code base. */
  Verdict judge(CodeBase code) {
    Verdict verdict = new Verdict(id(), severity());
    judge.judge(code, verdict);
    return verdict;
  }

  @Override
  public void check(JavaClasses classes) {
    ForArchUnit.of(this).check(classes);
  }

  @Override
  public EvaluationResult evaluate(JavaClasses classes) {
    return ForArchUnit.of(this).evaluate(classes);
  }

  @Override
  public Rule because(String newReason) {
    Objects.requireNonNull(newReason, "newReason");
    return new Rule(description.with(statement(), newReason), judge, layout, allowEmpty);
  }

  @Override
  public Rule allowEmptyShould(boolean allow) {
    return new Rule(description, judge, layout, allow);
  }

  @Override
  public Rule as(String newStatement) {
    Objects.requireNonNull(newStatement, "newStatement");
    return new Rule(description.with(newStatement, reason()), judge, layout, allowEmpty);
  }

  @Override
  public String getDescription() {
    return id() + ": " + statement() + ", because " + reason();
  }

  @Override
  public String toString() {
    return getDescription();
  }
}
