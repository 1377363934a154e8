package dev.hexwing.application.testkit;

import dev.hexwing.application.journey.JourneyRebuild.State;
import dev.hexwing.application.journey.JourneySummary;
import dev.hexwing.application.journey.Journeys;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.CorrelationId;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Journeys in memory, those that hear what happens or those of one generation. */
final class InMemoryJourneys implements Journeys {

  private static final int LATEST = 10_000;

  private final InMemoryTransaction transaction;
  private final Option<Long> only;

  InMemoryJourneys(InMemoryTransaction transaction, Option<Long> only) {
    this.transaction = transaction;
    this.only = only;
  }

  @Override
  public void received(
      CorrelationId correlationId, OrderId orderId, PaymentId paymentId, Instant at) {
    note(
        correlationId, journey -> journey.received(new JourneyRow.Receipt(at, paymentId, orderId)));
  }

  @Override
  public void confirmed(CorrelationId correlationId, Instant at) {
    note(correlationId, journey -> journey.confirmed(at));
  }

  @Override
  public void seen(CorrelationId correlationId, Instant tappedAt, Instant seenAt) {
    Duration time = Duration.between(Moments.kept(tappedAt), Moments.kept(seenAt));
    transaction.write(
        tables -> {
          if (!tables.seen.containsKey(correlationId)) {
            tables.seen = tables.seen.put(correlationId, time);
          }
        });
  }

  @Override
  public void dispatched(OrderId orderId, Instant at) {
    change(generation -> generation.dispatched(orderId, at));
  }

  @Override
  public void delivered(OrderId orderId, Instant at) {
    change(generation -> generation.delivered(orderId, at));
  }

  private void note(CorrelationId correlationId, UnaryOperator<JourneyRow> step) {
    change(
        generation ->
            generation.noted(
                correlationId,
                step.apply(generation.journeys().getOrElse(correlationId, JourneyRow.BLANK))));
  }

  private void change(UnaryOperator<Generation> change) {
    transaction.write(
        tables ->
            tables.generations =
                tables.generations.map(
                    (number, generation) ->
                        new Tuple2<>(
                            number,
                            hears(number, generation) ? change.apply(generation) : generation)));
  }

  private boolean hears(long number, Generation generation) {
    return only.map(one -> one == number).getOrElse(generation.hearsWhatHappens());
  }

  @Override
  public JourneySummary summary() {
    Tables view = transaction.view();
    Generation serving =
        view.generations.values().find(generation -> generation.is(State.SERVING)).get();
    Seq<Tuple2<CorrelationId, JourneyRow>> latest = serving.journeys().toVector().takeRight(LATEST);
    Seq<Duration> onlySeen = onlySeen(view.seen, serving).takeRight(LATEST - latest.size());
    return JourneySummary.of(
        latest.size() + onlySeen.size(),
        latest.count(journey -> journey._2().confirmedAt().isDefined()),
        latest.count(
            journey ->
                journey
                    ._2()
                    .received()
                    .exists(receipt -> serving.delivered().containsKey(receipt.orderId()))),
        latest.flatMap(journey -> view.seen.get(journey._1())).appendAll(onlySeen).toJavaList());
  }

  private static Seq<Duration> onlySeen(
      LinkedHashMap<CorrelationId, Duration> seen, Generation serving) {
    return seen.toVector()
        .takeRight(LATEST)
        .reject(entry -> serving.journeys().containsKey(entry._1()))
        .map(Tuple2::_2);
  }
}
