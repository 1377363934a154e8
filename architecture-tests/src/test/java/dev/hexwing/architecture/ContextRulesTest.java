package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  @Nested
  class find_circles {

    private static final String VALUES =
        """
        package com.example.domain.one;
        public final class One { public Object next(com.example.domain.two.Two two) { return two; } }
        package com.example.domain.two;
        public final class Two { public Object next(com.example.domain.three.Three three) { return three; } }
        package com.example.domain.three;
        public final class Three { public Object next(LAST) { return next; } }
        """;

    private static List<String> circles(String last) {
      return RuleExamplesTest.findings("CTX-05", VALUES.replace("LAST", last)).stream()
          .map(one -> one.origin() + ", then " + one.target())
          .toList();
    }

    @Test
    void of_any_length_and_tell_each_once() {
      assertThat(circles("com.example.domain.one.One next"))
          .containsExactly("context one, then context two, then three");
      assertThat(circles("com.example.domain.two.Two next"))
          .containsExactly("context three, then context two");
    }

    @Test
    void that_share_a_context_one_by_one() {
      assertThat(circles("com.example.domain.two.Two next, com.example.domain.one.One other"))
          .containsExactly(
              "context one, then context two, then three", "context three, then context two");
    }

    @Test
    void but_none_where_one_does_not_come_back() {
      assertThat(circles("String next")).isEmpty();
    }
  }
}
