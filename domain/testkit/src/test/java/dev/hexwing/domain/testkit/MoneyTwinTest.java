package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arithmetic that gets one thing wrong each, as one sees it done with money. */
class MoneyTwinTest {

  static Stream<Twin<Calculation>> twins() {
    return Stream.of(
        twin(
            MoneyInvariant.NEVER_A_WRONG_SUM,
            "goes round at the largest amount",
            new MoneyArithmetic() {
              @Override
              public Money plus(Money left, Money right) {
                return left.currency().equals(right.currency())
                    ? new Money(left.amountMinor() + right.amountMinor(), left.currency())
                    : left.plus(right);
              }
            }),
        twin(
            MoneyInvariant.NEVER_A_WRONG_DIFFERENCE,
            "takes the negative of the smallest amount for its opposite",
            new MoneyArithmetic() {
              @Override
              public Money minus(Money left, Money right) {
                return left.plus(new Money(-right.amountMinor(), right.currency()));
              }
            }),
        twin(
            MoneyInvariant.NEVER_A_WRONG_PRODUCT,
            "calculates with floating point",
            new MoneyArithmetic() {
              @Override
              public Money times(Money amount, long factor) {
                Money exact = amount.times(factor);
                return new Money((long) ((double) amount.amountMinor() * factor), exact.currency());
              }
            }),
        twin(
            MoneyInvariant.CURRENCIES_ARE_NEVER_MIXED,
            "adds yen to euros",
            new MoneyArithmetic() {
              @Override
              public Money plus(Money left, Money right) {
                return left.plus(new Money(right.amountMinor(), left.currency()));
              }
            }),
        twin(
            MoneyInvariant.SHARES_ADD_UP,
            "keeps what does not divide",
            new MoneyArithmetic() {
              @Override
              public List<Money> allocate(Money amount, List<Long> ratios) {
                long rest = amount.amountMinor() % ratios.size();
                return super.allocate(amount.minus(new Money(rest, amount.currency())), ratios);
              }
            }),
        twin(
            MoneyInvariant.SHARES_ARE_FAIR,
            "gives the last one all that does not divide",
            new MoneyArithmetic() {
              @Override
              public List<Money> allocate(Money amount, List<Long> ratios) {
                return restToTheLast(amount, super.allocate(amount, ratios));
              }
            }),
        twin(
            MoneyInvariant.TEXT_IS_READ_AS_IT_WAS_WRITTEN,
            "writes two decimals whatever the currency",
            new MoneyArithmetic() {
              @Override
              public String format(Money amount) {
                return amount.currency()
                    + " "
                    + BigDecimal.valueOf(amount.amountMinor(), 2).toPlainString();
              }

              @Override
              public Money parse(String text) {
                return Money.parse(text).getOrElse(Money.ofMinor(0, "EUR"));
              }
            }));
  }

  /** Takes a unit of each share and gives them all to the last. */
  private static List<Money> restToTheLast(Money whole, List<Money> shares) {
    Money unit = new Money(Long.signum(whole.amountMinor()), whole.currency());
    List<Money> unfair = new ArrayList<>();
    Money taken = Money.zero(whole.currency());
    for (Money share : shares.subList(0, shares.size() - 1)) {
      boolean some = !share.isZero();
      unfair.add(some ? share.minus(unit) : share);
      taken = some ? taken.plus(unit) : taken;
    }
    unfair.add(shares.get(shares.size() - 1).plus(taken));
    return unfair;
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_wrong_twin_is_caught(Twin<Calculation> twin) {
    assertThat(twin.isCaught()).isTrue();
  }

  @Test
  void every_invariant_has_a_twin() {
    assertThat(twins().<Object>map(Twin::caughtBy).distinct())
        .containsExactlyInAnyOrder((Object[]) MoneyInvariant.values());
  }

  private static Twin<Calculation> twin(MoneyInvariant caughtBy, String what, Arithmetic by) {
    return new Twin<>(caughtBy, what, SharedValues.calculations(by));
  }
}
