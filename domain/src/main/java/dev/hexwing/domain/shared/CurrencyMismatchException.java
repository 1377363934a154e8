package dev.hexwing.domain.shared;

import java.util.Currency;

/** Two amounts in different currencies met in one calculation: a bug of the caller. */
public final class CurrencyMismatchException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final Currency first;
  private final Currency second;

  /** Names both currencies. */
  public CurrencyMismatchException(Currency first, Currency second) {
    super("currencies differ: " + first + " and " + second);
    this.first = first;
    this.second = second;
  }

  /** The currency of the amount that was asked. */
  public Currency first() {
    return first;
  }

  /** The currency of the amount that was given. */
  public Currency second() {
    return second;
  }
}
