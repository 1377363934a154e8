package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.shared.InvalidValue;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Either;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
class MoneyTextTest {

  @Property
  void what_is_written_is_read_as_it_was(@ForAll("money") Money money) {
    assertThat(Money.parse(money.toString()).get()).isEqualTo(money);
    int decimals = money.currency().getDefaultFractionDigits();
    Cases.met("decimals", 20, decimals, 0, 2, 3);
  }

  @Property
  void the_text_is_the_code_a_blank_and_the_figure_with_the_decimals_of_the_currency(
      @ForAll("money") Money money) {
    int decimals = money.currency().getDefaultFractionDigits();
    assertThat(money.toString())
        .isEqualTo(
            money.currency().getCurrencyCode()
                + " "
                + BigDecimal.valueOf(money.amountMinor(), decimals).toPlainString());
  }

  @Property(tries = 2_000)
  void text_that_is_read_is_the_only_text_for_its_amount(@ForAll("nearlyMoney") String text) {
    Either<InvalidValue, Money> read = Money.parse(text);
    read.peek(money -> assertThat(money.toString()).isEqualTo(text));
    read.peekLeft(
        refusal -> {
          assertThat(refusal.code())
              .isIn("money.malformed", "money.unknown-currency", "money.no-minor-unit");
          assertThat(refusal.message()).isNotBlank();
        });
    Cases.met("read", 50, read.isRight(), true, false);
  }

  @Property
  void any_text_is_read_or_refused_and_never_a_surprise(@ForAll String text) {
    Money.parse(text).peek(money -> assertThat(money.toString()).isEqualTo(text));
  }

  @Property
  void one_decimal_too_many_is_refused_with_its_place(@ForAll("money") Money money) {
    int decimals = money.currency().getDefaultFractionDigits();
    String text = money + (decimals == 0 ? ".0" : "5");
    assertThat(Money.parse(text).getLeft().message())
        .contains("too many decimals")
        .contains("position " + text.indexOf('.'));
  }

  @Property
  void figures_beyond_long_are_refused(
      @ForAll("currencyCodes") String code, @ForAll("tooLarge") String digits) {
    Money zero = Money.ofMinor(0, code);
    int decimals = zero.currency().getDefaultFractionDigits();
    int point = digits.length() - decimals;
    String figure =
        decimals == 0 ? digits : digits.substring(0, point) + "." + digits.substring(point);
    assertThat(Money.parse(code + " " + figure).getLeft().message()).contains("too large");
  }

  @Provide
  Arbitrary<Money> money() {
    return SharedValues.money();
  }

  @Provide
  Arbitrary<String> currencyCodes() {
    return SharedValues.currencies().map(currency -> currency.getCurrencyCode());
  }

  @Provide
  Arbitrary<String> tooLarge() {
    return Arbitraries.oneOf(
        Arbitraries.of("9223372036854775808", "9223372036854775809", "99999999999999999999"),
        Arbitraries.strings().numeric().ofMinLength(19).ofMaxLength(40).map(rest -> "9" + rest));
  }

  /** Written amounts with at most two characters put in, taken out or exchanged. */
  @Provide
  Arbitrary<String> nearlyMoney() {
    return Combinators.combine(
            SharedValues.money(),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 30),
            Arbitraries.of('0', '1', '9', '.', '-', '+', ' ', ',', 'E', 'e', '\u0663'))
        .as(
            (money, edits, kind, place, character) -> {
              StringBuilder text = new StringBuilder(money.toString());
              for (int i = 0; i < edits; i++) {
                int at = (place + i * 7) % text.length();
                switch (kind) {
                  case 0 -> text.insert(at, character.charValue());
                  case 1 -> text.deleteCharAt(at);
                  default -> text.setCharAt(at, character);
                }
              }
              return text.toString();
            });
  }
}
