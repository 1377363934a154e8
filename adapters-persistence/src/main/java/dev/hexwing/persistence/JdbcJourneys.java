package dev.hexwing.persistence;

import dev.hexwing.application.journey.JourneySummary;
import dev.hexwing.application.journey.Journeys;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.persistence.Dialect.Note;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Journeys in their table; every step keeps the first moment that was noted. */
final class JdbcJourneys implements Journeys {

  private static final String LATEST =
      """
      select j.confirmed_at, j.tapped_at, j.seen_at, f.delivered_at
      from (
        select order_id, confirmed_at, tapped_at, seen_at from journeys
        order by position desc limit 10000) j
      left join journey_flights f on f.order_id = j.order_id
      """;

  private final JdbcTransaction transaction;

  JdbcJourneys(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void received(
      CorrelationId correlationId, OrderId orderId, PaymentId paymentId, Instant at) {
    noteJourney(
        correlationId,
        new Note("order_id", orderId.value()),
        new Note("payment_id", paymentId.value()),
        new Note("received_at", at));
  }

  @Override
  public void confirmed(CorrelationId correlationId, Instant at) {
    noteJourney(correlationId, new Note("confirmed_at", at));
  }

  @Override
  public void seen(CorrelationId correlationId, Instant tappedAt, Instant seenAt) {
    noteJourney(correlationId, new Note("tapped_at", tappedAt), new Note("seen_at", seenAt));
  }

  @Override
  public void dispatched(OrderId orderId, Instant at) {
    noteFlight(orderId, new Note("dispatched_at", at));
  }

  @Override
  public void delivered(OrderId orderId, Instant at) {
    noteFlight(orderId, new Note("delivered_at", at));
  }

  private void noteJourney(CorrelationId correlationId, Note... notes) {
    note("journeys", new Note("correlation_id", correlationId.value()), notes);
  }

  private void noteFlight(OrderId orderId, Note... notes) {
    note("journey_flights", new Note("order_id", orderId.value()), notes);
  }

  private void note(String table, Note key, Note... notes) {
    transaction.dialect().noteOnce(table, key, List.of(notes)).forEach(transaction::write);
  }

  @Override
  public JourneySummary summary() {
    List<Steps> latest =
        transaction.read(
            handle -> handle.createQuery(LATEST).map((row, context) -> Steps.read(row)).list());
    return JourneySummary.of(
        latest.size(),
        latest.stream().filter(Steps::confirmed).count(),
        latest.stream().filter(Steps::delivered).count(),
        latest.stream().flatMap(steps -> steps.tapToSeen().stream()).toList());
  }

  /** What the figures need of one journey. */
  private record Steps(boolean confirmed, boolean delivered, Optional<Duration> tapToSeen) {

    static Steps read(ResultSet row) throws SQLException {
      @Nullable Instant tapped = Columns.momentIfAny(row, "tapped_at");
      @Nullable Instant seen = Columns.momentIfAny(row, "seen_at");
      return new Steps(
          Columns.momentIfAny(row, "confirmed_at") != null,
          Columns.momentIfAny(row, "delivered_at") != null,
          tapped == null || seen == null
              ? Optional.empty()
              : Optional.of(Duration.between(tapped, seen)));
    }
  }
}
