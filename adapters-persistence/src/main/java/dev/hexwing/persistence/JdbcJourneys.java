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

/** Journeys in their tables, a generation beside the other; a step keeps its earliest moment. */
final class JdbcJourneys implements Journeys {

  /** For notes of what happens, which every generation that hears it takes. */
  static final long WHOEVER_HEARS = 0;

  private static final int MOST = 10_000;

  /** One statement, so that it sees what serves before a swap or after it. */
  private static final String LATEST =
      """
      select confirmed_at, tapped_at, seen_at, delivered_at from (
        select 1 as rank, j.confirmed_at, s.tapped_at, s.seen_at, f.delivered_at
        from (
          select generation, correlation_id, order_id, confirmed_at from journeys
          where generation = {serving} order by position desc limit :most) j
        left join confirmations_seen s on s.correlation_id = j.correlation_id
        left join journey_flights f on f.generation = j.generation and f.order_id = j.order_id
        union all
        select 2, null, s.tapped_at, s.seen_at, null
        from (
          select correlation_id, tapped_at, seen_at from confirmations_seen
          order by position desc limit :most) s
        where not exists (
          select 1 from journeys k
          where k.generation = {serving} and k.correlation_id = s.correlation_id)) latest
      order by rank limit :most
      """
          .replace(
              "{serving}", "(select generation from journey_generations where state = 'SERVING')");

  private final JdbcTransaction transaction;
  private final long generation;

  JdbcJourneys(JdbcTransaction transaction, long generation) {
    this.transaction = transaction;
    this.generation = generation;
  }

  @Override
  public void received(
      CorrelationId correlationId, OrderId orderId, PaymentId paymentId, Instant at) {
    noteJourney(
        correlationId,
        new Note("received_at", at),
        new Note("payment_id", paymentId.value()),
        new Note("order_id", orderId.value()));
  }

  @Override
  public void confirmed(CorrelationId correlationId, Instant at) {
    noteJourney(correlationId, new Note("confirmed_at", at));
  }

  @Override
  public void seen(CorrelationId correlationId, Instant tappedAt, Instant seenAt) {
    transaction
        .dialect()
        .noteOnce(
            "confirmations_seen",
            new Note("correlation_id", correlationId.value()),
            List.of(new Note("tapped_at", tappedAt), new Note("seen_at", seenAt)))
        .forEach(transaction::write);
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
    transaction
        .dialect()
        .noteEarliest(table, key, List.of(notes), generation)
        .forEach(transaction::write);
  }

  @Override
  public JourneySummary summary() {
    List<Steps> latest =
        transaction.read(
            handle ->
                handle
                    .createQuery(LATEST)
                    .bind("most", MOST)
                    .map((row, context) -> Steps.read(row))
                    .list());
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
