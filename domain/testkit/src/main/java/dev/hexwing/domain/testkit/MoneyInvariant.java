package dev.hexwing.domain.testkit;

import static dev.hexwing.domain.testkit.Rules.brokenIf;

import dev.hexwing.domain.shared.CurrencyMismatchException;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What always holds of figures of money: right, or refused.
 *
 * <pre>{@code
 * @Property
 * void my_invoice_adds_up(@ForAll Calculation figures) {
 *   Invariant.checkAll(MoneyInvariant.values(), figures.with(new MyArithmetic()));
 * }
 * }</pre>
 */
public enum MoneyInvariant implements Invariant<Calculation> {
  /** Beyond {@code long} there is no figure. */
  NEVER_A_WRONG_SUM(
      "a sum is exact or refused",
      it -> exact(() -> it.by().plus(it.left(), it.right()), it, BigInteger::add)),

  /** The other way round. */
  NEVER_A_WRONG_DIFFERENCE(
      "a difference is exact or refused",
      it -> exact(() -> it.by().minus(it.left(), it.right()), it, BigInteger::subtract)),

  /** However large the factor. */
  NEVER_A_WRONG_PRODUCT(
      "a product is exact or refused",
      it ->
          is(
              () -> it.by().times(it.left(), it.factor()),
              minor(it.left()).multiply(BigInteger.valueOf(it.factor())),
              it.left())),

  /** Euros and yen have no sum. */
  CURRENCIES_ARE_NEVER_MIXED(
      "two currencies have neither sum nor difference",
      it ->
          brokenIf(
              !it.left().currency().equals(it.right().currency())
                  && !(mismatched(() -> it.by().plus(it.left(), it.right()))
                      && mismatched(() -> it.by().minus(it.left(), it.right()))),
              it)),

  /** No unit is lost or invented. */
  SHARES_ADD_UP(
      "shares add up to the whole, to the minor unit, in its currency",
      it -> {
        List<Money> shares = shares(it);
        BigInteger sum = BigInteger.ZERO;
        for (Money share : shares) {
          sum = sum.add(minor(share));
        }
        return brokenIf(
            shares.size() != it.ratios().size()
                || !sum.equals(minor(it.left()))
                || shares.stream().anyMatch(one -> !one.currency().equals(it.left().currency())),
            shares);
      }),

  /** Nobody gets a unit too many but for what does not divide. */
  SHARES_ARE_FAIR(
      "no share is more than a minor unit off, and equal ratios differ by one at most",
      it -> {
        List<Money> shares = shares(it);
        BigInteger together =
            it.ratios().stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        for (int i = 0; i < shares.size(); i++) {
          BigInteger exact = minor(it.left()).multiply(BigInteger.valueOf(it.ratios().get(i)));
          BigInteger off = minor(shares.get(i)).multiply(together).subtract(exact).abs();
          boolean nothing = it.ratios().get(i) == 0 && !shares.get(i).isZero();
          if (nothing || off.compareTo(together) > 0 || differsFromEqual(it, shares, i)) {
            return Option.some(shares.get(i) + " of " + shares);
          }
        }
        return Option.none();
      }),

  /** What is written can be read. */
  TEXT_IS_READ_AS_IT_WAS_WRITTEN(
      "an amount comes back from its text",
      it -> brokenIf(!it.by().parse(it.by().format(it.left())).equals(it.left()), it.left()));

  private final String rule;

  // None of the functions has a state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Calculation, Option<String>> violation;

  MoneyInvariant(String rule, Function<Calculation, Option<String>> violation) {
    this.rule = rule;
    this.violation = violation;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public Option<String> violation(Calculation calculation) {
    return violation.apply(calculation);
  }

  private interface Sum {
    BigInteger of(BigInteger left, BigInteger right);
  }

  private static Option<String> exact(Supplier<Money> result, Calculation it, Sum sum) {
    return it.left().currency().equals(it.right().currency())
        ? is(result, sum.of(minor(it.left()), minor(it.right())), it.left())
        : Option.none();
  }

  /** Broken unless the result is exactly so much, or refused because no {@code long} is. */
  private static Option<String> is(Supplier<Money> result, BigInteger exactly, Money like) {
    boolean fits = exactly.bitLength() < Long.SIZE;
    try {
      Money figure = result.get();
      return brokenIf(
          !minor(figure).equals(exactly) || !figure.currency().equals(like.currency()), figure);
    } catch (ArithmeticException refused) {
      return brokenIf(fits, refused);
    }
  }

  private static boolean mismatched(Supplier<Money> result) {
    try {
      return result.get() == null;
    } catch (CurrencyMismatchException refused) {
      return true;
    } catch (ArithmeticException beyondLong) {
      return false;
    }
  }

  private static List<Money> shares(Calculation it) {
    return it.by().allocate(it.left(), it.ratios());
  }

  private static boolean differsFromEqual(Calculation it, List<Money> shares, int place) {
    for (int i = 0; i < place; i++) {
      BigInteger apart = minor(shares.get(i)).subtract(minor(shares.get(place))).abs();
      if (it.ratios().get(i).equals(it.ratios().get(place))
          && apart.compareTo(BigInteger.ONE) > 0) {
        return true;
      }
    }
    return false;
  }

  private static BigInteger minor(Money money) {
    return BigInteger.valueOf(money.amountMinor());
  }
}
