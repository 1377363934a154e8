package dev.hexwing.rest.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.shared.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeAmountTest {

  private static long units(long minor, String currency) {
    return StripeAmount.of(Money.ofMinor(minor, currency)).get().units();
  }

  private static boolean isRefused(long minor, String currency) {
    return StripeAmount.of(Money.ofMinor(minor, currency)).isEmpty();
  }

  @Nested
  class What_stripe_takes {

    @Test
    void currencies_are_named_in_lower_case() {
      assertThat(StripeAmount.of(Money.ofMinor(1, "EUR")).get())
          .isEqualTo(new StripeAmount(1, "eur"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "USD", "GBP", "HUF", "TWD", "CHF", "IDR"})
    void two_decimals_stay_as_they_are(String currency) {
      assertThat(units(5001, currency)).isEqualTo(5001);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "PYG", "RWF", "VND", "VUV", "XAF", "XOF",
          "XPF"
        })
    void currencies_without_decimals_stay_as_they_are(String currency) {
      assertThat(units(501, currency)).isEqualTo(501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISK", "UGX"})
    void krona_and_ugandan_shilling_are_written_with_two_zeros(String currency) {
      assertThat(units(5, currency)).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BHD", "JOD", "KWD", "OMR", "TND"})
    void three_decimals_must_end_in_zero(String currency) {
      assertThat(units(5120, currency)).isEqualTo(5120);
      assertThat(isRefused(5124, currency)).isTrue();
    }

    @Test
    void ariary_lose_the_decimals_that_iso_gives_them() {
      assertThat(units(500, "MGA")).isEqualTo(5);
      assertThat(isRefused(501, "MGA")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "ISK,92233720368547758,9223372036854775800",
      "ISK,-92233720368547758,-9223372036854775800"
    })
    void large_amounts_are_exact(String currency, long minor, long expected) {
      assertThat(units(minor, currency)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {92_233_720_368_547_759L, -92_233_720_368_547_759L, Long.MAX_VALUE})
    void what_does_not_fit_is_refused_and_never_wraps(long minor) {
      assertThat(isRefused(minor, "ISK")).isTrue();
    }
  }

  @Property
  void an_amount_that_is_taken_is_the_same_amount(@ForAll int minor) {
    assertThat(units(minor, "ISK")).isEqualTo(minor * 100L);
    assertThat(isRefused(minor, "KWD")).isEqualTo(minor % 10 != 0);
    assertThat(isRefused(minor, "MGA")).isEqualTo(minor % 100 != 0);
  }
}
