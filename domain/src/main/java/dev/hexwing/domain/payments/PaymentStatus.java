package dev.hexwing.domain.payments;

/**
 * What is known of the money: {@code REQUESTED → CONFIRMED | DECLINED | WITHDRAWN |
 * OUTCOME_UNKNOWN}, {@code OUTCOME_UNKNOWN → CONFIRMED | DECLINED}, {@code CONFIRMED →
 * PARTLY_REFUNDED → REFUNDED}.
 */
public enum PaymentStatus {
  /** The intent is recorded; the processor may or may not have heard of it. */
  REQUESTED,
  /** The customer was charged. */
  CONFIRMED,
  /** The processor said no; no money moved. */
  DECLINED,
  /** The request certainly never left; no money moved. */
  WITHDRAWN,
  /** Money may have moved: nothing is retried blindly, nothing is called failed. */
  OUTCOME_UNKNOWN,
  /** Some of it was given back. */
  PARTLY_REFUNDED,
  /** All of it was given back. */
  REFUNDED;

  /** Whether the payment keeps others off the order: money moved, or may have. */
  public boolean holdsTheOrder() {
    return this != DECLINED && this != WITHDRAWN;
  }

  /** Whether the first answer that a customer waits for is known for good. */
  public boolean isFinal() {
    return this != REQUESTED && this != OUTCOME_UNKNOWN;
  }
}
