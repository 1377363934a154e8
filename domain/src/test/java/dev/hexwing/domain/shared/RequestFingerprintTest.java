package dev.hexwing.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestFingerprintTest {

  private static final RequestFingerprint PAYING =
      RequestFingerprint.of("pay", "ann", "order-1", "EUR 50.00", "pm_card_visa");

  @Test
  void is_the_same_for_the_same_request() {
    assertThat(RequestFingerprint.of("pay", "ann", "order-1", "EUR 50.00", "pm_card_visa"))
        .isEqualTo(PAYING);
  }

  @Test
  void differs_with_operation_scope_and_each_part() {
    assertThat(PAYING)
        .isNotIn(
            RequestFingerprint.of("refund", "ann", "order-1", "EUR 50.00", "pm_card_visa"),
            RequestFingerprint.of("pay", "bob", "order-1", "EUR 50.00", "pm_card_visa"),
            RequestFingerprint.of("pay", "ann", "order-2", "EUR 50.00", "pm_card_visa"),
            RequestFingerprint.of("pay", "ann", "order-1", "EUR 50.01", "pm_card_visa"),
            RequestFingerprint.of("pay", "ann", "order-1", "USD 50.00", "pm_card_visa"),
            RequestFingerprint.of("pay", "ann", "order-1", "EUR 50.00", "pm_card_amex"));
  }

  @Test
  void tells_where_one_part_ends_and_the_next_begins() {
    assertThat(RequestFingerprint.of("pay", "ann", "ab", "c"))
        .isNotEqualTo(RequestFingerprint.of("pay", "ann", "a", "bc"));
  }

  @Test
  void names_its_algorithm_so_that_it_can_be_replaced() {
    assertThat(PAYING.value()).matches("v1:[0-9a-f]{64}");
  }
}
