package dev.hexwing.application.testkit;

import dev.hexwing.application.events.ConsumerStart;
import dev.hexwing.application.events.ConsumerStart.State;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** A consumer on its way from the beginning. */
record StartRow(
    State state,
    long token,
    long reached,
    long total,
    Instant heldUntil,
    Instant begunAt,
    Option<String> reason) {

  boolean isHeld(Instant now) {
    return heldUntil.isAfter(now);
  }

  StartRow taken(Instant until) {
    return new StartRow(State.STARTING, token + 1, reached, total, until, begunAt, Option.none());
  }

  StartRow changed(ConsumerStart start, Instant until) {
    return new StartRow(
        start.state(), token, start.reached(), start.total(), until, begunAt, start.reason());
  }

  ConsumerStart told(String consumer, Instant now) {
    return new ConsumerStart(
        consumer,
        state,
        token,
        reached,
        total,
        isHeld(now),
        Duration.between(begunAt, now),
        reason);
  }
}
