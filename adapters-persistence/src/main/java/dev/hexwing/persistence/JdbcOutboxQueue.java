package dev.hexwing.persistence;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The outbox as a queue for relays. */
final class JdbcOutboxQueue implements OutboxQueue {

  private static final int LONGEST_REASON = 500;

  /** The sub-select holds an event back while an older one of its aggregate is not sent. */
  private static final String FREE_HEAD =
      """
      state = 'WAITING' and held_until <= {now}
        and not exists (
          select 1 from outbox older
          where {unsent older of head.aggregate_id} and older.version < head.version)
      """;

  private static final Contended<OutboxRow> OLDEST = heads(FREE_HEAD, "state, position");

  /** Bounded, because one aggregate may have all that is new, and only one event of it is free. */
  private static final Contended<OutboxRow> NEWEST =
      heads(
          FREE_HEAD
              + """
                and position > -1000 + (
                  select position from outbox where state = 'WAITING'
                  order by state desc, position desc limit 1)
              """,
          "state desc, position desc");

  private static Contended<OutboxRow> heads(String condition, String order) {
    return new Contended<>(
        OutboxRow.class,
        "select " + OutboxRow.COLUMNS + " from outbox head",
        condition,
        order,
        "event_id = :eventId",
        (query, row) -> query.bind("eventId", row.eventId()));
  }

  private static final String CLAIM =
      "update outbox set token = token + 1, held_until = {later} where event_id = any(?)";

  private static final String MARK_SENT =
      """
      update outbox set state = 'SENT', sent_at = {now}
      where event_id = any(?) and state = 'WAITING'
        and exists (
          select 1
          from unnest(cast(? as varchar array), cast(? as bigint array)) as sent (event_id, token)
          where sent.event_id = outbox.event_id and sent.token = outbox.token)
      """;

  private static final String RETRY_LATER =
      """
      update outbox set attempts = attempts + 1, held_until = {later}, last_error = ?
      where event_id = ? and token = ? and state = 'WAITING'
      """;

  private static final String PARK =
      """
      update outbox set state = 'PARKED', last_error = ?
      where event_id = ? and token = ? and state = 'WAITING'
      """;

  private static final String BACKLOG =
      """
      select
        (select count(*) from (
          select 1 from outbox where state = 'WAITING' limit 100000) counted) as waiting,
        (select count(*) from outbox where state = 'PARKED') as parked,
        (select min(stored_at) from (
          select stored_at from outbox where state in ('WAITING', 'PARKED') and state <> 'SENT'
          order by position limit 1) eldest) as oldest,
        {now} as read_at
      """;

  private final DataSource pool;
  private final Jdbi jdbi;
  private final Dialect dialect;
  private final FinishedKeys finishedKeys;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  JdbcOutboxQueue(DataSource pool, Jdbi jdbi, Dialect dialect, FinishedKeys finishedKeys) {
    this.pool = pool;
    this.jdbi = jdbi;
    this.dialect = dialect;
    this.finishedKeys = finishedKeys;
  }

  @Override
  public List<OutboxMessage> claim(int limit, Duration lease) {
    return claim(OLDEST, limit, lease);
  }

  @Override
  public List<OutboxMessage> claimNewest(int limit, Duration lease) {
    return claim(NEWEST, limit, lease);
  }

  private List<OutboxMessage> claim(Contended<OutboxRow> inOrder, int limit, Duration lease) {
    return inTransaction(
        transaction -> {
          List<OutboxRow> heads = transaction.lockFirst(inOrder, query -> query, limit);
          if (!heads.isEmpty()) {
            transaction.write(
                Write.changingAny(CLAIM)
                    .duration(lease)
                    .texts(heads.stream().map(OutboxRow::eventId).toList()));
          }
          return heads.stream().map(OutboxRow::toClaimed).toList();
        });
  }

  @Override
  public void markSent(List<OutboxMessage> messages) {
    if (messages.isEmpty()) {
      return;
    }
    List<String> events =
        messages.stream().map(message -> message.event().eventId().value()).toList();
    change(
        Write.changingAny(MARK_SENT)
            .texts(events)
            .texts(events)
            .numbers(messages.stream().map(OutboxMessage::token).toList()));
  }

  @Override
  public void retryLater(OutboxMessage message, String reason, Duration delay) {
    change(named(Write.changingAny(RETRY_LATER).duration(delay), message, reason));
  }

  @Override
  public void park(OutboxMessage message, String reason) {
    change(named(Write.changingAny(PARK), message, reason));
  }

  private static Write named(Write write, OutboxMessage message, String reason) {
    return write
        .text(reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason)
        .text(message.event().eventId().value())
        .number(message.token());
  }

  @Override
  public Backlog backlog() {
    try (JdbcTransaction transaction =
        new JdbcTransaction(pool, jdbi, dialect, finishedKeys, true)) {
      return transaction.read(
          handle ->
              handle.createQuery(dialect.sql(BACKLOG)).map((row, context) -> backlog(row)).one());
    }
  }

  private static Backlog backlog(ResultSet row) throws SQLException {
    var oldest = Columns.momentIfAny(row, "oldest");
    return new Backlog(
        row.getLong("waiting"),
        row.getLong("parked"),
        oldest == null ? Duration.ZERO : Duration.between(oldest, Columns.moment(row, "read_at")));
  }

  @Override
  public void onNewEvents(Runnable listener) {
    listeners.add(listener);
  }

  void tellOfNewEvents() {
    listeners.forEach(Runnable::run);
  }

  private void change(Write write) {
    inTransaction(
        transaction -> {
          transaction.write(write);
          return write;
        });
  }

  /** What a power cut takes of a relay's notes, the relay does again; it must not take an event. */
  private <R> R inTransaction(Function<JdbcTransaction, R> work) {
    try (JdbcTransaction transaction =
        new JdbcTransaction(pool, jdbi, dialect, finishedKeys, false)) {
      try {
        R result = work.apply(transaction);
        transaction.commitLoosely();
        transaction.settle();
        return result;
      } catch (Throwable e) {
        transaction.rollback(e);
        throw e;
      }
    }
  }
}
