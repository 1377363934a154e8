package dev.hexwing.persistence;

import dev.hexwing.application.delivery.Fleet;
import dev.hexwing.application.events.ConsumerStarts;
import dev.hexwing.application.events.EventHistory;
import dev.hexwing.application.events.Inbox;
import dev.hexwing.application.idempotency.IdempotencyKeys;
import dev.hexwing.application.journey.JourneyRebuilds;
import dev.hexwing.application.journey.Journeys;
import dev.hexwing.application.ordering.OrderList;
import dev.hexwing.application.payments.OpenPayments;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.delivery.Deliveries;
import dev.hexwing.domain.delivery.Drones;
import dev.hexwing.domain.ordering.Orders;
import dev.hexwing.domain.payments.Payments;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.persistence.Contended.Values;
import io.vavr.control.Option;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One transaction on one connection, which is taken when the first statement needs it.
 *
 * <p>Writes wait until the commit, or until a read needs to see them. Until something is locked or
 * written each read is a statement of its own, so that a transaction is open only while it must be.
 */
final class JdbcTransaction implements Stores, AutoCloseable {

  private final Dialect dialect;
  private final Session session;
  private final FinishedKeys finishedKeys;
  private final boolean readOnly;
  private final Thread owner = Thread.currentThread();
  private final List<Write> waiting = new ArrayList<>();
  private boolean written;
  private boolean sendsOff;
  private boolean over;

  /** What is asked of the database. */
  @FunctionalInterface
  interface OnHandle<R> {
    R apply(Handle handle) throws SQLException;
  }

  JdbcTransaction(
      DataSource pool, Jdbi jdbi, Dialect dialect, FinishedKeys finishedKeys, boolean readOnly) {
    this.dialect = dialect;
    this.session = new Session(pool, jdbi, dialect);
    this.finishedKeys = finishedKeys;
    this.readOnly = readOnly;
  }

  /** Reads what is committed and what this transaction has written. */
  <R> R read(OnHandle<R> query) {
    requireUsable();
    try {
      sendWaiting();
      return query.apply(session.handle());
    } catch (JdbiException | SQLException e) {
      throw Failures.of(e, dialect);
    }
  }

  /** Reads one row by its key, as {@link #read} does. */
  <R> Option<R> find(Lookup<R> lookup, Object... key) {
    requireUsable();
    try {
      if (readOnly && !session.isOpen()) {
        // Who looks one row up mostly needs nothing else, so the mapping layer is not opened for
        // it.
        return lookup.run(session.pool(), dialect, key);
      }
      sendWaiting();
      return lookup.run(session.handle().getConnection(), dialect, key);
    } catch (JdbiException | SQLException e) {
      throw Failures.of(e, dialect);
    }
  }

  /** As the other, together with whoever asks at the same time. */
  <R> Option<R> find(SharedLookup<R> lookup, Object... key) {
    if (!readOnly || session.isOpen()) {
      return find(lookup.lookup(), key);
    }
    requireUsable();
    try {
      return lookup.find(key);
    } catch (SQLException e) {
      throw Failures.of(e, dialect);
    }
  }

  /** Reads and locks what is read until the transaction ends. */
  <R> R lock(OnHandle<R> query) {
    if (!readOnly) {
      requireUsable();
      try {
        session.begin();
      } catch (JdbiException | SQLException e) {
        throw Failures.of(e, dialect);
      }
    }
    return read(query);
  }

  /** The first rows in order that nobody else has in hand; they are in this one's from now on. */
  <T> List<T> lockFirst(Contended<T> rows, Values values, int limit) {
    return lock(handle -> dialect.lockFirst(handle, rows, values, limit));
  }

  /** Claims the first events in order that nobody else has in hand, in any order. */
  List<OutboxRow> claimFirst(Contended<OutboxRow> heads, Duration lease, int limit) {
    OnHandle<List<OutboxRow>> claim = handle -> dialect.claimFirst(handle, heads, lease, limit);
    return dialect.claimsAlone() ? read(claim) : change(claim);
  }

  /** Changes rows at once, because what it finds must be known. */
  <R> R change(OnHandle<R> change) {
    if (readOnly) {
      throw new IllegalStateException("this work may only read");
    }
    return lock(
        handle -> {
          written = true;
          return change.apply(handle);
        });
  }

  /** Changes the eldest rows of what is over, as many as the limit allows, and tells how many. */
  long changeEldest(Over over, Duration age, int limit) {
    return change(
        handle ->
            (long)
                handle
                    .createUpdate(dialect.changeEldest(over))
                    .bind(0, Durations.toMicros(age))
                    .bind(1, limit)
                    .execute());
  }

  void write(Write write) {
    requireUsable();
    if (readOnly) {
      throw new IllegalStateException("this work may only read");
    }
    written = true;
    waiting.add(write);
  }

  /** Sends what waits, so that it need not be held in memory until the commit. */
  void flush() {
    requireUsable();
    try {
      sendWaiting();
    } catch (JdbiException | SQLException e) {
      throw Failures.of(e, dialect);
    }
  }

  /** Whether what is read now is committed, and nothing of this transaction. */
  boolean seesOnlyCommitted() {
    return !written;
  }

  String sql(String template) {
    return dialect.sql(template);
  }

  Dialect dialect() {
    return dialect;
  }

  void sendOff(List<? extends DomainEvent> events) {
    Option<TraceParent> trace = LogContext.trace();
    for (DomainEvent event : events) {
      sendsOff = true;
      write(OutboxRow.insert(event, trace));
    }
  }

  /** Whether the committed transaction has events for the relay. */
  boolean sendsOff() {
    return sendsOff;
  }

  /** Commits what must outlive a power cut, as must what was only read. */
  void commit() {
    commit(true);
    settle();
  }

  /**
   * Commits what may be lost in a power cut, and on the embedded database if the process is killed,
   * because it would only be done again.
   */
  void commitLoosely() {
    commit(false);
  }

  private void commit(boolean durably) {
    over = true;
    if (session.hasBegun() || !waiting.isEmpty()) {
      session.commit(waiting, durably && written);
    }
  }

  /** Returns when what was read cannot be lost any more, so that somebody may be told. */
  void settle() {
    session.settle();
  }

  /** Keeps nothing; what goes wrong here is noted on the exception that led here. */
  void rollback(Throwable reason) {
    over = true;
    session.rollback(reason);
  }

  @Override
  public void close() {
    over = true;
    session.close();
  }

  private void sendWaiting() throws SQLException {
    if (!waiting.isEmpty()) {
      session.begin();
      List<Write> due = List.copyOf(waiting);
      waiting.clear();
      dialect.send(session.handle().getConnection(), due);
    }
  }

  private void requireUsable() {
    if (over) {
      throw new IllegalStateException("the transaction is over");
    }
    if (!Thread.currentThread().equals(owner)) {
      throw new IllegalStateException("a transaction belongs to one thread");
    }
  }

  @Override
  public Orders orders() {
    return new JdbcOrders(this);
  }

  @Override
  public OrderList orderList() {
    return new JdbcOrders(this);
  }

  @Override
  public Payments payments() {
    return new JdbcPayments(this);
  }

  @Override
  public OpenPayments openPayments() {
    return new JdbcOpenPayments(this);
  }

  @Override
  public Drones drones() {
    return new JdbcDrones(this);
  }

  @Override
  public Fleet fleet() {
    return new JdbcDrones(this);
  }

  @Override
  public Deliveries deliveries() {
    return new JdbcDeliveries(this);
  }

  @Override
  public IdempotencyKeys keys() {
    return new JdbcKeys(this, finishedKeys);
  }

  @Override
  public Inbox inbox() {
    return new JdbcInbox(this);
  }

  @Override
  public ConsumerStarts consumerStarts() {
    return new JdbcConsumerStarts(this);
  }

  @Override
  public Journeys journeys() {
    return new JdbcJourneys(this, JdbcJourneys.WHOEVER_HEARS);
  }

  @Override
  public JourneyRebuilds journeyRebuilds() {
    return new JdbcJourneyRebuilds(this);
  }

  @Override
  public EventHistory history() {
    return new JdbcEventHistory(this);
  }
}
