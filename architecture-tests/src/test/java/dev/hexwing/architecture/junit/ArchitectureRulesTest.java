package dev.hexwing.architecture.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.architecture.RuleBook;
import dev.hexwing.architecture.RuleDescription;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

@DisplayName("Two lines of JUnit")
class ArchitectureRulesTest {

  @ArchitectureOf(
      packages = "dev.hexwing.rest.out",
      layout = "dev/hexwing/architecture/junit/wrong.yaml")
  private abstract static class Wrong implements ArchitectureRules {}

  private abstract static class Untold implements ArchitectureRules {}

  @ArchitectureOf(packages = "dev.hexwing.domain.ordering", layout = "missing.yaml")
  private abstract static class WithoutLayout implements ArchitectureRules {}

  private static DynamicTest testOf(List<DynamicTest> tests, String rule) {
    return tests.stream()
        .filter(one -> one.getDisplayName().startsWith(rule + " "))
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class run_each_rule {

    private final List<DynamicTest> tests = new Wrong() {}.architecture().toList();

    @Test
    void as_a_test_that_says_how_many_were_judged() {
      assertThat(testOf(tests, "PUR-03").getDisplayName()).matches("PUR-03 .+ \\(\\d+ judged\\)");
      assertThat(tests)
          .extracting(DynamicTest::getDisplayName)
          .contains("every class file can be read")
          .hasSizeGreaterThan(40);
    }

    @Test
    void which_fails_with_place_and_reason_and_how_to_mend_it() {
      RuleDescription rule =
          RuleBook.descriptions().stream()
              .filter(one -> one.id().equals("PUR-03"))
              .findFirst()
              .orElseThrow();
      assertThatThrownBy(() -> testOf(tests, "PUR-03").getExecutable().execute())
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageStartingWith(rule.statement() + ", because " + rule.why())
          .hasMessageContaining("dev.hexwing.rest.out.")
          .hasMessageContaining("java.net.http.")
          .hasMessageFindingMatch("\\(\\w+\\.java:\\d+\\)")
          .hasMessageEndingWith("To mend: " + rule.fix());
    }

    @Test
    void which_passes_where_the_rule_holds_or_only_advises() {
      assertThatCode(() -> testOf(tests, "HEX-02").getExecutable().execute())
          .doesNotThrowAnyException();
      assertThatCode(() -> testOf(tests, "PUR-08").getExecutable().execute())
          .doesNotThrowAnyException();
    }
  }

  @Nested
  class refuse_to_pass_in_silence {

    @Test
    void without_being_told_what_to_check() {
      assertThatThrownBy(() -> new Untold() {}.architecture())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("lacks @ArchitectureOf");
    }

    @Test
    void without_a_layout() {
      assertThatThrownBy(() -> new WithoutLayout() {}.architecture())
          .hasMessageContaining("missing.yaml");
    }
  }
}
