package dev.hexwing.architecture;

/** How bad a finding is, from worst to mildest; {@code compareTo} follows that order. */
public enum Severity {
  /** A boundary does not hold. */
  ERROR,
  /** A boundary holds, and something beside it will hurt later. */
  WARNING,
  /** A thought, nothing more. */
  ADVICE;

  /** Whether this is as bad as another, or worse. */
  public boolean isAtLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
