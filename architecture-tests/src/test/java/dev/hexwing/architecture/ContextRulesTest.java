package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of how contexts meet")
class ContextRulesTest {

  private static final BrokenHouse HOUSE = BrokenHouse.of("contexts");

  @Nested
  class report_exactly {

    @Test
    void contexts_that_know_the_inside_of_another() {
      assertThat(HOUSE.violations("CTX-01"))
          .isEqualTo(
              """
              Intrudes names in a signature CardId
              Intrudes names in a signature OpenEvent
              Intrudes names in a signature Payments
              Intrudes names in a signature Receipt (2)
              """);
    }

    @Test
    void a_shared_kernel_that_leans_on_a_context() {
      assertThat(HOUSE.violations("CTX-02"))
          .isEqualTo(
              """
              Leans holds PaymentId (3)
              """);
    }

    @Test
    void use_cases_that_reach_into_other_domains() {
      assertThat(HOUSE.violations("CTX-03"))
          .isEqualTo(
              """
              NosyTranslator holds Order (4)
              Paying names in a signature OrderView (2)
              """);
    }

    @Test
    void use_cases_that_call_each_other_without_a_translator() {
      assertThat(HOUSE.violations("CTX-04"))
          .isEqualTo(
              """
              NosyTranslator holds Ordering (4)
              NosyTranslator holds ShowingOrder (3)
              Paying uses Ordering
              Paying names in a signature ShowOrder (2)
              """);
    }
  }
}
