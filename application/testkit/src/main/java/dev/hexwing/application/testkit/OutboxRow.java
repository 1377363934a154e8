package dev.hexwing.application.testkit;

import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.time.Instant;

/** An event that was committed and is not yet sent. */
record OutboxRow(
    DomainEvent event,
    Option<TraceParent> trace,
    Instant storedAt,
    long token,
    Instant heldUntil,
    int attempts,
    boolean parked) {

  OutboxRow claimed(Instant until) {
    return new OutboxRow(event, trace, storedAt, token + 1, until, attempts, parked);
  }

  OutboxRow waitingUntil(Instant until) {
    return new OutboxRow(event, trace, storedAt, token, until, attempts + 1, parked);
  }

  OutboxRow setAside() {
    return new OutboxRow(event, trace, storedAt, token, heldUntil, attempts, true);
  }
}
