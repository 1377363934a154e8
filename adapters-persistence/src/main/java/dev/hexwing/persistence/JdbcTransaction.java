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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on one connection, which is taken when the first statement needs it.
 *
 * <p>Writes wait until the commit, or until a read needs to see them. Until something is locked or
 * written each read is a statement of its own, so that a transaction is open only while it must be.
 */
final class JdbcTransaction implements Stores, AutoCloseable {

  private final DataSource pool;
  private final Jdbi jdbi;
  private final Dialect dialect;
  private final FinishedKeys finishedKeys;
  private final boolean readOnly;
  private final Thread owner = Thread.currentThread();
  private final List<Write> waiting = new ArrayList<>();
  private @Nullable Handle handle;
  private boolean begun;
  private boolean written;
  private boolean sendsOff;
  private boolean committed;
  private boolean over;

  /** What is asked of the database. */
  @FunctionalInterface
  interface OnHandle<R> {
    R apply(Handle handle) throws SQLException;
  }

  JdbcTransaction(
      DataSource pool, Jdbi jdbi, Dialect dialect, FinishedKeys finishedKeys, boolean readOnly) {
    this.pool = pool;
    this.jdbi = jdbi;
    this.dialect = dialect;
    this.finishedKeys = finishedKeys;
    this.readOnly = readOnly;
  }

  /** Reads what is committed and what this transaction has written. */
  <R> R read(OnHandle<R> query) {
    requireUsable();
    try {
      sendWaiting();
      return query.apply(handle());
    } catch (JdbiException | SQLException e) {
      throw Failures.of(e, dialect);
    }
  }

  /** Reads one row by its key, as {@link #read} does. */
  <R> Option<R> find(Lookup<R> lookup, Object... key) {
    requireUsable();
    try {
      if (readOnly && handle == null) {
        // Who looks one row up mostly needs nothing else, so the mapping layer is not opened for
        // it.
        return lookup.run(pool, dialect, key);
      }
      sendWaiting();
      return lookup.run(handle().getConnection(), dialect, key);
    } catch (JdbiException | SQLException e) {
      throw Failures.of(e, dialect);
    }
  }

  /** As the other, together with whoever asks at the same time. */
  <R> Option<R> find(SharedLookup<R> lookup, Object... key) {
    if (!readOnly || handle != null) {
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
        begin();
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
    if (!begun && waiting.isEmpty()) {
      return;
    }
    try {
      begin();
      dialect.sendAndCommit(handle().getConnection(), waiting, durably && written);
      committed = true;
      end();
      handle().getConnection().setAutoCommit(true);
    } catch (CommitFailed e) {
      throw Failures.aroundCommit(e.failure());
    } catch (JdbiException | SQLException e) {
      throw committed ? Failures.aroundCommit(e) : Failures.of(e, dialect);
    }
  }

  /** Returns when what was read cannot be lost any more, so that somebody may be told. */
  void settle() {
    if (dialect.isSettled()) {
      return;
    }
    try {
      if (handle == null) {
        try (Connection connection = pool.getConnection()) {
          dialect.settle(connection);
        }
      } else {
        dialect.settle(handle.getConnection());
      }
    } catch (JdbiException | SQLException e) {
      throw committed ? Failures.aroundCommit(e) : Failures.of(e, dialect);
    }
  }

  /** Keeps nothing; what goes wrong here is noted on the exception that led here. */
  void rollback(Throwable reason) {
    over = true;
    if (!begun || handle == null) {
      return;
    }
    try {
      Connection connection = handle.getConnection();
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      reason.addSuppressed(e);
    } finally {
      end();
    }
  }

  @Override
  public void close() {
    over = true;
    if (handle != null) {
      Handle open = handle;
      handle = null;
      try {
        open.close();
      } catch (JdbiException e) {
        throw committed ? Failures.aroundCommit(e) : Failures.of(e, dialect);
      } finally {
        end();
      }
    }
  }

  private void end() {
    if (begun) {
      begun = false;
      dialect.ended();
    }
  }

  private void sendWaiting() throws SQLException {
    if (!waiting.isEmpty()) {
      begin();
      List<Write> due = List.copyOf(waiting);
      waiting.clear();
      dialect.send(handle().getConnection(), due);
    }
  }

  private void begin() throws SQLException {
    if (!begun) {
      handle().getConnection().setAutoCommit(false);
      dialect.begins();
      begun = true;
    }
  }

  private Handle handle() {
    Handle open = handle;
    if (open == null) {
      open = jdbi.open();
      handle = open;
    }
    return open;
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
