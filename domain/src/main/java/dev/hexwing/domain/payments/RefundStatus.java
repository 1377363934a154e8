package dev.hexwing.domain.payments;

/** What is known of money on its way back. */
public enum RefundStatus {
  /** The intent is recorded. */
  REQUESTED,
  /** The customer got it back. */
  CONFIRMED,
  /** The processor said no. */
  DECLINED,
  /** The request certainly never left. */
  WITHDRAWN,
  /** Money may have moved. */
  OUTCOME_UNKNOWN;

  /** Whether the refund still lays claim to the charged amount. */
  public boolean claimsMoney() {
    return this != DECLINED && this != WITHDRAWN;
  }

  /** Whether it is known for good how it ended. */
  public boolean isFinal() {
    return this != REQUESTED && this != OUTCOME_UNKNOWN;
  }
}
