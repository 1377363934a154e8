package dev.hexwing.examples.sandbox;

/** The ledger can't be read or written: an outage, never a refusal. */
final class LedgerException extends RuntimeException {

  LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
