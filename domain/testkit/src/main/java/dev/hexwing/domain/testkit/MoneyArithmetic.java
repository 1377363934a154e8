package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.Money;
import java.util.List;

/** What Money itself calculates. */
class MoneyArithmetic implements Arithmetic {

  @Override
  public Money plus(Money left, Money right) {
    return left.plus(right);
  }

  @Override
  public Money minus(Money left, Money right) {
    return left.minus(right);
  }

  @Override
  public Money times(Money amount, long factor) {
    return amount.times(factor);
  }

  @Override
  public List<Money> allocate(Money amount, List<Long> ratios) {
    return amount.allocate(ratios.stream().mapToLong(Long::longValue).toArray());
  }

  @Override
  public String format(Money amount) {
    return amount.toString();
  }

  @Override
  public Money parse(String text) {
    return Money.parse(text).get();
  }
}
