package dev.hexwing.application.testkit;

import dev.hexwing.application.journey.JourneyRebuild.State;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.CorrelationId;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * The journeys of one build, and how far that is.
 *
 * @param state none if it is over
 */
record Generation(
    Option<State> state,
    long done,
    long total,
    Instant heldUntil,
    Instant begunAt,
    Option<String> reason,
    LinkedHashMap<CorrelationId, JourneyRow> journeys,
    Map<OrderId, Instant> dispatched,
    Map<OrderId, Instant> delivered) {

  static final Generation FIRST =
      new Generation(
          Option.some(State.SERVING),
          0,
          0,
          Instant.EPOCH,
          Instant.EPOCH,
          Option.none(),
          LinkedHashMap.empty(),
          HashMap.empty(),
          HashMap.empty());

  static Generation begun(Instant now, Instant heldUntil) {
    return FIRST.in(State.BUILDING).held(0, 0, heldUntil).since(now);
  }

  boolean is(State other) {
    return state.contains(other);
  }

  boolean isBeingBuilt() {
    return is(State.BUILDING) || is(State.CATCHING_UP);
  }

  boolean hearsWhatHappens() {
    return is(State.SERVING) || is(State.CATCHING_UP);
  }

  Generation in(State other) {
    return new Generation(
        Option.some(other),
        done,
        total,
        heldUntil,
        begunAt,
        reason,
        journeys,
        dispatched,
        delivered);
  }

  Generation over() {
    return new Generation(
        Option.none(), done, total, heldUntil, begunAt, reason, journeys, dispatched, delivered);
  }

  Generation failed(String why) {
    return new Generation(
        Option.some(State.FAILED),
        done,
        total,
        heldUntil,
        begunAt,
        Option.some(why),
        journeys,
        dispatched,
        delivered);
  }

  Generation held(long nowDone, long nowTotal, Instant until) {
    return new Generation(
        state, nowDone, nowTotal, until, begunAt, reason, journeys, dispatched, delivered);
  }

  private Generation since(Instant moment) {
    return new Generation(
        state, done, total, heldUntil, moment, reason, journeys, dispatched, delivered);
  }

  Generation noted(CorrelationId correlationId, JourneyRow journey) {
    return with(journeys.put(correlationId, journey), dispatched, delivered);
  }

  Generation dispatched(OrderId orderId, Instant at) {
    return with(journeys, earliest(dispatched, orderId, at), delivered);
  }

  Generation delivered(OrderId orderId, Instant at) {
    return with(journeys, dispatched, earliest(delivered, orderId, at));
  }

  Generation without(int notes) {
    int flights = Math.max(0, notes - journeys.size());
    return with(
        LinkedHashMap.ofEntries(journeys.drop(notes)),
        dispatched.drop(flights),
        delivered.drop(flights));
  }

  int size() {
    return journeys.size() + Math.max(dispatched.size(), delivered.size());
  }

  private Generation with(
      LinkedHashMap<CorrelationId, JourneyRow> nowJourneys,
      Map<OrderId, Instant> nowDispatched,
      Map<OrderId, Instant> nowDelivered) {
    return new Generation(
        state, done, total, heldUntil, begunAt, reason, nowJourneys, nowDispatched, nowDelivered);
  }

  private static Map<OrderId, Instant> earliest(
      Map<OrderId, Instant> moments, OrderId orderId, Instant at) {
    return moments.put(orderId, at, (one, other) -> one.isAfter(other) ? other : one);
  }
}
