package dev.hexwing.persistence;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxMessage.Claim;
import dev.hexwing.application.events.OutboxQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outbox as a queue for relays. */
final class JdbcOutboxQueue implements OutboxQueue {

  private static final Logger log = LoggerFactory.getLogger(JdbcOutboxQueue.class);

  private static final int LONGEST_REASON = 500;

  /** Each row of a mark is compared with each of its claims; marks travel together all the same. */
  private static final int MARKED_BY_ONE = 64;

  /**
   * Holds an event back while an older one of its aggregate is not sent. It asks for one version
   * rather than that there be none below: whoever joins the table with itself is at the mercy of
   * what was counted last, when nothing may have waited, and compares all with all.
   */
  private static final String FREE_HEAD =
      """
      state = 'WAITING' and held_until <= {now}
        and version = {oldest unsent of head.aggregate_id}
      """;

  /** Not to be found by what waits, which may be much more than was counted last. */
  private static final String STILL_WAITS = "state || '' = 'WAITING'";

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
        OutboxRow.COLUMNS,
        "outbox head",
        condition,
        order,
        "position = :position",
        (query, row) -> query.bind("position", row.position()));
  }

  private static final Comparator<OutboxRow> BY_POSITION =
      Comparator.comparingLong(OutboxRow::position);

  private static final String MARK_SENT =
      """
      update outbox set state = 'SENT', sent_at = {now}
      where position = any(?) and %s and token || '@' || position = any(?)
      """
          .formatted(STILL_WAITS);

  private static final String RETRY_LATER =
      """
      update outbox set attempts = attempts + 1, held_until = {later}, last_error = ?
      where position = ? and token = ? and %s
      """
          .formatted(STILL_WAITS);

  private static final String PARK =
      """
      update outbox set state = 'PARKED', last_error = ?
      where position = ? and token = ? and %s
      """
          .formatted(STILL_WAITS);

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
    return claim(OLDEST, BY_POSITION, limit, lease);
  }

  @Override
  public List<OutboxMessage> claimNewest(int limit, Duration lease) {
    return claim(NEWEST, BY_POSITION.reversed(), limit, lease);
  }

  private List<OutboxMessage> claim(
      Contended<OutboxRow> heads, Comparator<OutboxRow> order, int limit, Duration lease) {
    List<OutboxRow> rows =
        inTransaction(transaction -> transaction.claimFirst(heads, lease, limit));
    List<OutboxMessage> messages = new ArrayList<>(rows.size());
    List<Write> damaged = new ArrayList<>();
    for (OutboxRow row : rows.stream().sorted(order).toList()) {
      try {
        messages.add(row.toMessage());
      } catch (IllegalArgumentException e) {
        log.error("row {} of the outbox is set aside for a person", row.position(), e);
        damaged.add(park(row.claim(), "damaged: " + e.getMessage()));
      }
    }
    if (!damaged.isEmpty()) {
      change(damaged);
    }
    return messages;
  }

  @Override
  public void markSent(List<OutboxMessage> messages) {
    List<Write> marks = new ArrayList<>();
    for (int from = 0; from < messages.size(); from += MARKED_BY_ONE) {
      marks.add(mark(messages.subList(from, Math.min(from + MARKED_BY_ONE, messages.size()))));
    }
    if (!marks.isEmpty()) {
      change(marks);
    }
  }

  private static Write mark(List<OutboxMessage> messages) {
    return Write.changingAny(MARK_SENT)
        .numbers(messages.stream().map(message -> message.claim().position()).toList())
        .texts(messages.stream().map(JdbcOutboxQueue::claim).toList());
  }

  private static String claim(OutboxMessage message) {
    return message.claim().token() + "@" + message.claim().position();
  }

  @Override
  public void retryLater(OutboxMessage message, String reason, Duration delay) {
    change(List.of(named(Write.changingAny(RETRY_LATER).duration(delay), message.claim(), reason)));
  }

  @Override
  public void park(OutboxMessage message, String reason) {
    change(List.of(park(message.claim(), reason)));
  }

  private static Write park(Claim claim, String reason) {
    return named(Write.changingAny(PARK), claim, reason);
  }

  private static Write named(Write write, Claim claim, String reason) {
    return write
        .text(reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason)
        .number(claim.position())
        .number(claim.token());
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

  private void change(List<Write> writes) {
    inTransaction(
        transaction -> {
          writes.forEach(transaction::write);
          return writes;
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
