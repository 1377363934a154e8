package dev.hexwing.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Stores keep fingerprints for as long as keys live, whatever release wrote them. */
  @Test
  void is_the_same_in_every_release() {
    assertThat(PAYING)
        .hasToString("v1:54e229610d997e05673b407c3285c552a973f1877ea9d8d9c8dae2e90468002a");
    assertThat(RequestFingerprint.of("pay", "\u00e4nnchen"))
        .hasToString("v1:9c55d1c841f73eb772c698f2f6153e01e6427ccad4f6507f07420468464ecc8d");
    // Its length has a different byte in each of its four places.
    assertThat(RequestFingerprint.of("pay", "ann", "x".repeat(0x01020304)))
        .hasToString("v1:2caa434c0e38655aca4de2291b1e8a8cabc268f7d8d4a5b2d219dda1efed0dbb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1:", "v9:", "v10:", "v999:"})
  void of_any_version_is_taken(String version) {
    String value = version + "0123456789abcdef".repeat(4);
    assertThat(new RequestFingerprint(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "v0:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "v01:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "v1000:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "va:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "v1a:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "w1:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "v1;0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "v1:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef",
        "v1:/123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "v1::123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "v1:`123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "v1:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg",
        "v1:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde",
      })
  void of_another_form_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RequestFingerprint(text));
  }
}
