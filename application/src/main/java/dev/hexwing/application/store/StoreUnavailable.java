package dev.hexwing.application.store;

/** The store cannot be reached, or answers too late: an outage, never an empty result. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean mayHaveCommitted;

  /** An outage; tells whether it hit during a commit, so that nobody knows what was kept. */
  public StoreUnavailable(String message, Throwable cause, boolean mayHaveCommitted) {
    super(message, cause);
    this.mayHaveCommitted = mayHaveCommitted;
  }

  /** Whether the transaction may have been kept: then the truth is to be read back. */
  public boolean mayHaveCommitted() {
    return mayHaveCommitted;
  }
}
