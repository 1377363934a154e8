package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.Money;
import java.util.List;

/**
 * Something that calculates with money: {@link Money} itself, or your own code, that {@link
 * MoneyInvariant} is held against.
 *
 * <p>What cannot be had throws, as Money's methods do.
 */
public interface Arithmetic {

  /** The sum of two amounts of one currency. */
  Money plus(Money left, Money right);

  /** The difference of two amounts of one currency. */
  Money minus(Money left, Money right);

  /** An amount a whole number of times. */
  Money times(Money amount, long factor);

  /** An amount shared out by ratios, in their order. */
  List<Money> allocate(Money amount, List<Long> ratios);

  /** An amount as text. */
  String format(Money amount);

  /** The amount that a text tells. */
  Money parse(String text);

  /** That of {@link Money}. */
  static Arithmetic ofMoney() {
    return new MoneyArithmetic();
  }
}
