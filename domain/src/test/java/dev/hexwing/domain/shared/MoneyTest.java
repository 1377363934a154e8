package dev.hexwing.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final Money MOST = Money.ofMinor(Long.MAX_VALUE, "EUR");
  private static final Money LEAST = Money.ofMinor(Long.MIN_VALUE, "EUR");

  @Nested
  class Text {

    @ParameterizedTest
    @CsvSource({
      "5000, EUR, EUR 50.00",
      "5, EUR, EUR 0.05",
      "-5, EUR, EUR -0.05",
      "0, EUR, EUR 0.00",
      "5000, JPY, JPY 5000",
      "-5000, JPY, JPY -5000",
      "5000, BHD, BHD 5.000",
      "1, TND, TND 0.001",
      "9223372036854775807, EUR, EUR 92233720368547758.07",
      "-9223372036854775808, EUR, EUR -92233720368547758.08",
      "-9223372036854775808, JPY, JPY -9223372036854775808",
      "-9223372036854775808, KWD, KWD -9223372036854775.808",
    })
    void an_amount_is_written_and_read_with_the_decimals_of_its_currency(
        long minor, String currency, String text) {
      assertThat(Money.ofMinor(minor, currency)).hasToString(text);
      assertThat(Money.parse(text).get()).isEqualTo(Money.ofMinor(minor, currency));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "EUR 1.005 | too many decimals, EUR has 2 (position 5)",
          "JPY 1.0 | too many decimals, JPY has 0 (position 5)",
          "EUR 1.0000 | too many decimals",
          "EUR 1.5 | needs 2 decimals",
          "EUR 15 | needs 2 decimals and a digit before them",
          "EUR 1500 | decimal point here",
          "EUR .50 | a digit before them",
          "EUR 01.00 | spare zero (position 4)",
          "EUR -0.00 | negative zero (position 4)",
          "JPY -0 | negative zero",
          "EUR +1.00 | digit here (position 4)",
          "EUR 1,000.00 | digit here (position 5)",
          "EUR 92233720368547758.08 | too large",
          "EUR -92233720368547758.09 | too large",
          "EUR  | needs a currency code",
          "EUR50.00 | needs a currency code",
          "eur 50.00 | not an ISO 4217 code",
          "XXX 50.00 | no minor unit",
          "XAU 5 | no minor unit",
        })
    void other_text_is_refused_with_the_reason(String text, String reason) {
      assertThat(Money.parse(text).getLeft().message()).contains(reason);
    }
  }

  @Nested
  class Overflow {

    @Test
    void names_both_operands() {
      Money cent = Money.ofMinor(1, "EUR");
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> MOST.plus(cent))
          .withMessage("too large: EUR 92233720368547758.07 + EUR 0.01");
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> LEAST.minus(cent))
          .withMessage("too large: EUR -92233720368547758.08 - EUR 0.01");
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> MOST.times(2))
          .withMessage("too large: EUR 92233720368547758.07 * 2");
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> LEAST.times(-1))
          .withMessage("too large: EUR -92233720368547758.08 * -1");
      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(LEAST::negate);
      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(LEAST::abs);
    }

    @Test
    void begins_where_long_ends_and_not_before() {
      assertThat(MOST.plus(LEAST)).isEqualTo(Money.ofMinor(-1, "EUR"));
      assertThat(MOST.negate().minus(Money.ofMinor(1, "EUR"))).isEqualTo(LEAST);
      assertThat(MOST.times(-1)).isEqualTo(MOST.negate());
      assertThat(MOST.times(1)).isEqualTo(MOST);
      assertThat(LEAST.times(1)).isEqualTo(LEAST);
      assertThat(LEAST.times(0).isZero()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "-1E+999999999", "9E+19", "1E+60"})
    void a_gigantic_ratio_is_refused_at_once(String ratio) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () ->
              assertThatExceptionOfType(ArithmeticException.class)
                  .isThrownBy(
                      () ->
                          Money.ofMinor(5, "EUR")
                              .times(new BigDecimal(ratio), RoundingMode.HALF_UP))
                  .withMessageContaining("EUR 0.05")
                  .withMessageContaining(new BigDecimal(ratio).toString()));
    }

    @Test
    void a_tiny_ratio_is_rounded_at_once() {
      BigDecimal tiny = new BigDecimal("1E-999999999");
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            assertThat(MOST.times(tiny, RoundingMode.HALF_UP).isZero()).isTrue();
            assertThat(MOST.times(tiny, RoundingMode.UP)).isEqualTo(Money.ofMinor(1, "EUR"));
            assertThat(LEAST.times(tiny, RoundingMode.FLOOR)).isEqualTo(Money.ofMinor(-1, "EUR"));
            assertThat(LEAST.times(tiny, RoundingMode.CEILING).isZero()).isTrue();
          });
    }
  }

  @Nested
  class Sharing {

    @Test
    void five_cents_by_halves_are_three_and_two() {
      assertThat(Money.ofMinor(5, "EUR").allocate(1, 1)).hasToString("[EUR 0.03, EUR 0.02]");
      assertThat(Money.ofMinor(-5, "EUR").allocate(1, 1)).hasToString("[EUR -0.03, EUR -0.02]");
    }

    @Test
    void a_hundred_by_three_gives_the_first_one_more() {
      assertThat(Money.ofMinor(100, "JPY").split(3)).hasToString("[JPY 34, JPY 33, JPY 33]");
    }

    @Test
    void a_ratio_of_zero_is_passed_over() {
      assertThat(Money.ofMinor(5, "EUR").allocate(0, 1, 0, 1))
          .hasToString("[EUR 0.00, EUR 0.03, EUR 0.00, EUR 0.02]");
    }

    @Test
    void the_largest_amount_and_ratio_meet_without_overflow() {
      assertThat(MOST.allocate(Long.MAX_VALUE)).isEqualTo(List.of(MOST));
      assertThat(LEAST.allocate(Long.MAX_VALUE - 1, 1))
          .hasToString("[EUR -92233720368547758.07, EUR -0.01]");
    }

    @Test
    void ratios_that_together_are_beyond_long_are_refused() {
      assertThatIllegalArgumentException().isThrownBy(() -> MOST.allocate(Long.MAX_VALUE, 1));
    }
  }

  @Nested
  class Percentages {

    @ParameterizedTest
    @CsvSource({
      "10000, 1900, HALF_UP, 1900",
      "50, 100, HALF_UP, 1",
      "50, 100, HALF_EVEN, 0",
      "150, 100, HALF_EVEN, 2",
      "50, 100, HALF_DOWN, 0",
      "-50, 100, HALF_UP, -1",
      "-1, 1, FLOOR, -1",
      "-1, 1, CEILING, 0",
      "9223372036854775807, 10000, UNNECESSARY, 9223372036854775807",
      "100, -10000, UNNECESSARY, -100",
    })
    void a_share_is_rounded_as_told(long minor, int share, RoundingMode rounding, long expected) {
      assertThat(Money.ofMinor(minor, "EUR").percentage(new BasisPoints(share), rounding))
          .isEqualTo(Money.ofMinor(expected, "EUR"));
    }

    @Test
    void what_does_not_come_out_even_is_never_rounded_unasked() {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(
              () ->
                  Money.ofMinor(1, "EUR")
                      .percentage(BasisPoints.ofPercent(19), RoundingMode.UNNECESSARY));
    }
  }

  @Nested
  class Decimals {

    @Test
    void a_decimal_amount_is_taken_to_the_last_minor_unit() {
      assertThat(Money.of(new BigDecimal("50"), currency("EUR"))).hasToString("EUR 50.00");
      assertThat(Money.of(new BigDecimal("1.234"), currency("BHD"))).hasToString("BHD 1.234");
      assertThat(Money.of(new BigDecimal("1E+3"), currency("JPY"))).hasToString("JPY 1000");
    }

    @ParameterizedTest
    @CsvSource({"0.001, EUR", "0.5, JPY", "1E+20, EUR", "1E-2147483647, EUR", "1E+2147483647, EUR"})
    void a_finer_or_larger_one_is_refused(BigDecimal amount, String code) {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> Money.of(amount, currency(code)))
          .withMessageContaining(code);
    }

    private static Currency currency(String code) {
      return Currency.getInstance(code);
    }
  }

  /** Small figures go another way than large ones; here they meet. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.5",
        "0.50000000000000000",
        "0.500000000000000000",
        "0.5000000000000000000",
        "0.500000000000000000000000000000",
        "0.05000000000000000000",
        "0.000000000000000001",
        "0.0000000000000000001",
        "1E+3",
        "1E+1",
        "10",
        "99999999999999999",
        "999999999999999999",
        "1000000000000000000",
        "0.999999999999999999",
        "1.000000000000000001",
        "12.000000000000000001",
        "-0.5",
        "-0.50000000000000000000",
      })
  void a_ratio_counts_the_same_however_it_is_written(String text) {
    BigDecimal ratio = new BigDecimal(text);
    for (long amount : new long[] {0, 1, -1, 3, 9, -9}) {
      for (RoundingMode rounding : RoundingMode.values()) {
        BigDecimal exact = BigDecimal.valueOf(amount).multiply(ratio);
        boolean whole = exact.stripTrailingZeros().scale() <= 0;
        if (rounding == RoundingMode.UNNECESSARY && !whole) {
          continue;
        }
        assertThat(Money.ofMinor(amount, "EUR").times(ratio, rounding).amountMinor())
            .as("%d times %s %s", amount, text, rounding)
            .isEqualTo(exact.setScale(0, rounding).longValueExact());
      }
    }
  }
}
