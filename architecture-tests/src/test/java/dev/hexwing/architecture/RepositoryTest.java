package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("This repository")
class RepositoryTest {

  private static final Layout HOUSE =
      Layout.under("dev.hexwing")
          .adapters("rest", "persistence", "messaging")
          .supporting("events", "idempotency", "store", "work")
          .stateWords("Critical", "Unknown")
          .build();

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.hexwing");

  @Nested
  class keeps_the_house_in_order {

    static Stream<Rule> rules() {
      return RuleBook.of(HOUSE).rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void and_holds_to(Rule rule) {
      assertThat(rule.evaluate(CLASSES).getFailureReport().getDetails())
          .as(rule.getDescription())
          .isEmpty();
    }
  }
}
