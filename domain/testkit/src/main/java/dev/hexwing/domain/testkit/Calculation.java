package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.Money;
import java.util.List;

/**
 * Figures, and who is to calculate with them.
 *
 * @param by who calculates
 * @param left an amount
 * @param right another, mostly of the same currency
 * @param factor how many times
 * @param ratios 1 to 100 shares, none below zero, one above
 */
public record Calculation(Arithmetic by, Money left, Money right, long factor, List<Long> ratios) {

  /** Keeps its own copy of the ratios. */
  public Calculation {
    ratios = List.copyOf(ratios);
  }

  /** The same figures for somebody else. */
  public Calculation with(Arithmetic other) {
    return new Calculation(other, left, right, factor, ratios);
  }
}
