package dev.hexwing.application.testkit;

import dev.hexwing.domain.shared.DomainEvent;
import java.time.Instant;

/** An event that was committed and is not yet sent. */
record OutboxRow(
    DomainEvent event,
    Instant storedAt,
    long token,
    Instant heldUntil,
    int attempts,
    boolean parked) {

  OutboxRow claimed(Instant until) {
    return new OutboxRow(event, storedAt, token + 1, until, attempts, parked);
  }

  OutboxRow waitingUntil(Instant until) {
    return new OutboxRow(event, storedAt, token, until, attempts + 1, parked);
  }

  OutboxRow setAside() {
    return new OutboxRow(event, storedAt, token, heldUntil, attempts, true);
  }
}
