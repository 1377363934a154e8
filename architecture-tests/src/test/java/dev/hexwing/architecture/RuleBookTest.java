package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The rule book")
class RuleBookTest {

  private static final RuleBook BOOK = RuleBook.of(Layout.under("com.example").build());
  private static final JavaClasses NOTHING =
      new ClassFileImporter().importPackages("com.example.nothing");

  static Stream<Rule> rules() {
    return BOOK.rules().stream();
  }

  @Nested
  class every_rule {

    static Stream<Rule> rules() {
      return RuleBookTest.rules();
    }

    @Test
    void has_an_id_of_its_own() {
      assertThat(BOOK.rules()).extracting(Rule::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void is_described_by_id_and_statement_and_reason(Rule rule) {
      assertThat(rule.id()).matches("(HEX|PUR|DDD|CTX|STY)-\\d\\d");
      assertThat(rule.getDescription())
          .isEqualTo(rule.id() + ": " + rule.statement() + ", because " + rule.reason());
      assertThat(rule.statement()).isNotBlank();
      assertThat(rule.reason()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void fails_if_it_finds_nothing_to_judge(Rule rule) {
      assertThatThrownBy(() -> rule.check(NOTHING))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(rule.id())
          .hasMessageContaining("failed to check any");
    }
  }

  @Nested
  class a_rule {

    private final BrokenHouse house = BrokenHouse.of("style");
    private final Rule rule = house.book().rule("STY-04");
    private final JavaClasses classes = new ClassFileImporter().importPackages(house.root());

    @Test
    void fails_its_check_with_id_and_reason_and_places() {
      assertThatThrownBy(() -> rule.check(classes))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("STY-04")
          .hasMessageContaining("because " + rule.reason())
          .hasMessageContaining("(Habits.java:");
    }

    @Test
    void keeps_its_id_when_reason_or_statement_are_changed() {
      Rule changed = rule.as("sleep at night").because("we say so");

      assertThat(changed.getDescription()).isEqualTo("STY-04: sleep at night, because we say so");
      assertThat(changed.evaluate(classes).hasViolation()).isTrue();
    }

    @Test
    void may_be_told_to_accept_that_there_is_nothing_to_judge() {
      rule.allowEmptyShould(true).check(NOTHING);

      assertThatThrownBy(() -> rule.allowEmptyShould(true).because("x").check(classes))
          .isInstanceOf(AssertionError.class);
    }

    @Test
    void is_found_by_its_id_alone() {
      assertThat(BOOK.rule("HEX-01").id()).isEqualTo("HEX-01");
      assertThatThrownBy(() -> BOOK.rule("HEX-99"))
          .isInstanceOf(NoSuchElementException.class)
          .hasMessage("no rule HEX-99");
    }
  }
}
