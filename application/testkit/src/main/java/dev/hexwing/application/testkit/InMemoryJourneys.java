package dev.hexwing.application.testkit;

import dev.hexwing.application.journey.JourneySummary;
import dev.hexwing.application.journey.Journeys;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.CorrelationId;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Journeys in memory. */
final class InMemoryJourneys implements Journeys {

  private static final int LATEST = 10_000;

  private final InMemoryTransaction transaction;

  InMemoryJourneys(InMemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void received(
      CorrelationId correlationId, OrderId orderId, PaymentId paymentId, Instant at) {
    note(correlationId, journey -> journey.received(orderId, at));
  }

  @Override
  public void confirmed(CorrelationId correlationId, Instant at) {
    note(correlationId, journey -> journey.confirmed(at));
  }

  @Override
  public void seen(CorrelationId correlationId, Instant tappedAt, Instant seenAt) {
    Duration time = Duration.between(Moments.kept(tappedAt), Moments.kept(seenAt));
    note(correlationId, journey -> journey.seen(time));
  }

  @Override
  public void dispatched(OrderId orderId, Instant at) {
    transaction.write(
        tables -> {
          if (!tables.dispatched.containsKey(orderId)) {
            tables.dispatched = tables.dispatched.put(orderId, at);
          }
        });
  }

  @Override
  public void delivered(OrderId orderId, Instant at) {
    transaction.write(
        tables -> {
          if (!tables.delivered.containsKey(orderId)) {
            tables.delivered = tables.delivered.put(orderId, at);
          }
        });
  }

  private void note(CorrelationId correlationId, UnaryOperator<JourneyRow> step) {
    transaction.write(
        tables -> {
          JourneyRow journey = tables.journeys.getOrElse(correlationId, JourneyRow.BLANK);
          tables.journeys = tables.journeys.put(correlationId, step.apply(journey));
        });
  }

  @Override
  public JourneySummary summary() {
    Tables view = transaction.view();
    Seq<JourneyRow> latest = view.journeys.values().takeRight(LATEST);
    return JourneySummary.of(
        latest.size(),
        latest.count(journey -> journey.confirmedAt().isDefined()),
        latest.count(journey -> journey.orderId().exists(view.delivered::containsKey)),
        latest.flatMap(JourneyRow::tapToSeen).toJavaList());
  }
}
