package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.domain.shared.BasisPoints;
import dev.hexwing.domain.shared.CurrencyMismatchException;
import dev.hexwing.domain.shared.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.statistics.StatisticsReport;

@SuppressWarnings("ClassCanBeStatic") // jqwik runs the groups of an instance only
class MoneyTest {

  @Group
  @PropertyDefaults(tries = 1_000)
  @StatisticsReport(onFailureOnly = true)
  class Calculating {

    @Property
    void a_sum_is_exact_or_refused_with_both_operands(@ForAll("pairs") Tuple2<Money, Money> pair) {
      Money one = pair.get1();
      Money other = pair.get2();
      BigInteger exact = minor(one).add(minor(other));
      Cases.met("fits in long", 20, exact.bitLength() <= 63, true, false);
      exactOrNamed(() -> one.plus(other), exact, one, other);
    }

    @Property
    void a_difference_is_exact_or_refused_with_both_operands(
        @ForAll("pairs") Tuple2<Money, Money> pair) {
      Money one = pair.get1();
      Money other = pair.get2();
      BigInteger exact = minor(one).subtract(minor(other));
      Cases.met("fits in long", 20, exact.bitLength() <= 63, true, false);
      exactOrNamed(() -> one.minus(other), exact, one, other);
    }

    @Property
    void a_whole_multiple_is_exact_or_refused_with_both_operands(
        @ForAll("money") Money money, @ForAll long factor) {
      BigInteger exact = minor(money).multiply(BigInteger.valueOf(factor));
      Cases.met("fits in long", 20, exact.bitLength() <= 63, true, false);
      exactOrNamed(() -> money.times(factor), exact, money, factor);
    }

    @Property
    void a_small_multiple_is_exact_or_refused_with_both_operands(
        @ForAll("money") Money money, @ForAll byte factor) {
      BigInteger exact = minor(money).multiply(BigInteger.valueOf(factor));
      Cases.met("fits in long", 20, exact.bitLength() <= 63, true, false);
      exactOrNamed(() -> money.times(factor), exact, money, factor);
    }

    @Property
    void the_negative_is_exact_or_refused(@ForAll("money") Money money) {
      Cases.met("smallest", 1, money.amountMinor() == Long.MIN_VALUE, true, false);
      exactOrNamed(money::negate, minor(money).negate(), money, -1);
    }

    @Property
    void the_amount_without_its_sign_is_exact_or_refused(@ForAll("money") Money money) {
      exactOrNamed(money::abs, minor(money).abs(), money);
    }

    @Property
    void adding_and_taking_away_again_changes_nothing(@ForAll("pairs") Tuple2<Money, Money> pair) {
      Money half = new Money(pair.get1().amountMinor() / 2, pair.get1().currency());
      Money other = new Money(pair.get2().amountMinor() / 2, pair.get2().currency());
      assertThat(half.plus(other).minus(other)).isEqualTo(half);
      assertThat(half.plus(other)).isEqualTo(other.plus(half));
    }

    @Property
    void exactly_one_of_zero_positive_and_negative_holds(@ForAll("money") Money money) {
      assertThat(new boolean[] {money.isNegative(), money.isZero(), money.isPositive()})
          .containsExactly(
              money.amountMinor() < 0, money.amountMinor() == 0, money.amountMinor() > 0);
    }
  }

  @Group
  @PropertyDefaults(tries = 1_000)
  @StatisticsReport(onFailureOnly = true)
  class Rounding {

    @Property
    void a_ratio_gives_what_exact_decimals_give_in_the_named_rounding(
        @ForAll("money") Money money,
        @ForAll @BigRange(min = "-1000", max = "1000") @Scale(9) BigDecimal ratio,
        @ForAll RoundingMode rounding) {
      BigDecimal product = new BigDecimal(minor(money)).multiply(ratio);
      boolean whole = product.stripTrailingZeros().scale() <= 0;
      Cases.met("needs no rounding", 20, whole, true, false);
      if (!whole && rounding == RoundingMode.UNNECESSARY) {
        assertThatThrownBy(() -> money.times(ratio, rounding))
            .isInstanceOf(ArithmeticException.class);
        return;
      }
      BigInteger exact = product.setScale(0, rounding).toBigIntegerExact();
      exactOrNamed(() -> money.times(ratio, rounding), exact, money, ratio);
    }

    @Property
    void a_ratio_of_any_size_rounds_as_told(
        @ForAll("smallMoney") Money money,
        @ForAll("hugeAndTiny") BigDecimal ratio,
        @ForAll("roundings") RoundingMode rounding) {
      BigInteger exact =
          new BigDecimal(minor(money)).multiply(ratio).setScale(0, rounding).toBigIntegerExact();
      exactOrNamed(() -> money.times(ratio, rounding), exact, money, ratio);
    }

    @Property
    void a_percentage_gives_what_exact_decimals_give_in_the_named_rounding(
        @ForAll("money") Money money,
        @ForAll("shares") BasisPoints share,
        @ForAll("roundings") RoundingMode rounding) {
      BigInteger exact =
          new BigDecimal(minor(money))
              .multiply(BigDecimal.valueOf(share.value()))
              .divide(BigDecimal.valueOf(BasisPoints.WHOLE), 0, rounding)
              .toBigIntegerExact();
      exactOrNamed(() -> money.percentage(share, rounding), exact, money);
    }

    @Property
    void a_decimal_amount_is_taken_exactly_or_refused(
        @ForAll @BigRange(min = "-99999999999999999999", max = "99999999999999999999") @Scale(4)
            BigDecimal amount,
        @ForAll("currencies") Currency currency) {
      BigDecimal minor = amount.movePointRight(currency.getDefaultFractionDigits());
      boolean whole = minor.stripTrailingZeros().scale() <= 0;
      if (whole && minor.toBigInteger().bitLength() <= 63) {
        assertThat(Money.of(amount, currency))
            .isEqualTo(new Money(minor.longValueExact(), currency));
      } else {
        assertThatThrownBy(() -> Money.of(amount, currency))
            .isInstanceOf(ArithmeticException.class)
            .hasMessageContaining(amount.toString())
            .hasMessageContaining(currency.getCurrencyCode());
      }
    }
  }

  @Group
  @PropertyDefaults(tries = 1_000)
  @StatisticsReport(onFailureOnly = true)
  class Currencies {

    @Property
    void two_currencies_never_meet_in_one_calculation(
        @ForAll("differing") Tuple2<Currency, Currency> currencies,
        @ForAll long one,
        @ForAll long other) {
      Money first = new Money(one, currencies.get1());
      Money second = new Money(other, currencies.get2());
      mismatch(() -> first.plus(second), currencies);
      mismatch(() -> first.minus(second), currencies);
      mismatch(() -> first.compareTo(second), currencies);
      assertThat(first).isNotEqualTo(second);
    }

    private static void mismatch(Runnable calculation, Tuple2<Currency, Currency> currencies) {
      assertThatThrownBy(calculation::run)
          .isInstanceOfSatisfying(
              CurrencyMismatchException.class,
              mismatch -> {
                assertThat(mismatch.first()).isEqualTo(currencies.get1());
                assertThat(mismatch.second()).isEqualTo(currencies.get2());
                assertThat(mismatch)
                    .hasMessageContaining(currencies.get1().getCurrencyCode())
                    .hasMessageContaining(currencies.get2().getCurrencyCode());
              });
    }

    @Property
    void a_currency_without_a_minor_unit_is_refused(
        @ForAll("withoutMinorUnit") Currency currency, @ForAll long minor) {
      assertThatThrownBy(() -> new Money(minor, currency))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(currency.getCurrencyCode());
      assertThat(Money.read(minor, currency.getCurrencyCode()).getLeft().code())
          .isEqualTo("money.no-minor-unit");
    }

    @Property
    void a_known_code_is_read_and_any_other_text_is_refused(
        @ForAll("codes") String code, @ForAll long minor) {
      boolean known =
          Currency.getAvailableCurrencies().stream()
              .anyMatch(
                  currency ->
                      currency.getCurrencyCode().equals(code)
                          && currency.getDefaultFractionDigits() >= 0);
      assertThat(Money.read(minor, code).isRight()).isEqualTo(known);
      Cases.met("known", 20, known, true, false);
    }

    @Property
    void comparing_agrees_with_the_figures_and_with_equality(
        @ForAll("pairs") Tuple2<Money, Money> pair) {
      int compared = pair.get1().compareTo(pair.get2());
      assertThat(compared)
          .isEqualTo(Long.compare(pair.get1().amountMinor(), pair.get2().amountMinor()));
      assertThat(compared == 0).isEqualTo(pair.get1().equals(pair.get2()));
    }

    @Provide
    Arbitrary<Tuple2<Currency, Currency>> differing() {
      return SharedValues.differingCurrencies();
    }

    @Provide
    Arbitrary<Currency> withoutMinorUnit() {
      return Arbitraries.of(Currency.getAvailableCurrencies())
          .filter(currency -> currency.getDefaultFractionDigits() < 0);
    }

    @Provide
    Arbitrary<String> codes() {
      return Arbitraries.oneOf(
          SharedValues.currencies().map(Currency::getCurrencyCode),
          Arbitraries.strings().alpha().ofLength(3),
          Arbitraries.of("CUc", "YUm", "ATs", "eur", "BGn"),
          Arbitraries.strings().ofMaxLength(5));
    }
  }

  @Provide
  Arbitrary<Money> money() {
    return SharedValues.money();
  }

  @Provide
  Arbitrary<Money> smallMoney() {
    return Combinators.combine(
            Arbitraries.longs().between(-1_000, 1_000), SharedValues.currencies())
        .as(Money::new);
  }

  @Provide
  Arbitrary<Tuple2<Money, Money>> pairs() {
    return SharedValues.moneyPairs();
  }

  @Provide
  Arbitrary<Currency> currencies() {
    return SharedValues.currencies();
  }

  @Provide
  Arbitrary<BasisPoints> shares() {
    return SharedValues.basisPoints();
  }

  @Provide
  Arbitrary<RoundingMode> roundings() {
    return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
  }

  @Provide
  Arbitrary<BigDecimal> hugeAndTiny() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-25, 60))
        .as(BigDecimal::valueOf);
  }

  private static BigInteger minor(Money money) {
    return BigInteger.valueOf(money.amountMinor());
  }

  private static void exactOrNamed(
      Supplier<Money> calculation, BigInteger exact, Money operand, Object... operands) {
    boolean fits = exact.bitLength() <= 63;
    if (fits) {
      assertThat(calculation.get())
          .isEqualTo(new Money(exact.longValueExact(), operand.currency()));
      return;
    }
    assertThatThrownBy(calculation::get)
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining(operand.toString());
    for (Object other : operands) {
      assertThatThrownBy(calculation::get).hasMessageContaining(other.toString());
    }
  }
}
