package dev.hexwing.persistence;

import dev.hexwing.application.store.StoreUnavailable;
import io.vavr.control.Option;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Looks keys up, those that are asked for at the same time in one round trip.
 *
 * <p>Whoever finds nobody under way goes at once, alone or with those who came meanwhile; whoever
 * finds somebody under way waits for the next. So nobody is told what was read before he asked, and
 * without a crowd a look-up is what it always was. In a crowd, as when customers tap again because
 * answers were lost, the way there and back, which costs more than the look-up, is shared.
 *
 * <p>An outage is told to everybody who travelled and to everybody who waits, for whom it would
 * take as long again to find out. Safe for use by any number of threads, none of which may hold a
 * connection while it asks.
 */
final class KeyLookups {

  private static final int MOST_TOGETHER = 64;

  /** Longer than an answer takes, and short enough to be told of in time. */
  private static final long PATIENCE_NANOS = 1_900_000_000L;

  private final Jdbi jdbi;
  private final Dialect dialect;
  private final Queue<Asked> waiting = new ConcurrentLinkedQueue<>();
  private final Semaphore underWay = new Semaphore(1);

  KeyLookups(Jdbi jdbi, Dialect dialect) {
    this.jdbi = jdbi;
    this.dialect = dialect;
  }

  private record Name(String scope, String key) {}

  /** A question, and who waits for the answer. */
  private static final class Asked {

    private final Name name;
    private final Thread thread = Thread.currentThread();
    private volatile @Nullable Option<FinishedKeyRow> answer;
    private volatile @Nullable Exception failure;

    Asked(Name name) {
      this.name = name;
    }

    boolean isOpen() {
      return answer == null && failure == null;
    }
  }

  /** The row of that name; none if there is none. */
  Option<FinishedKeyRow> find(String scope, String key) {
    Asked asked = new Asked(new Name(scope, key));
    waiting.add(asked);
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (asked.isOpen()) {
      if (underWay.tryAcquire()) {
        try {
          travel();
        } finally {
          underWay.release();
          wakeNext();
        }
      } else {
        await(asked, end);
      }
    }
    return told(asked);
  }

  private Option<FinishedKeyRow> told(Asked asked) {
    Option<FinishedKeyRow> answer = asked.answer;
    Exception failure = asked.failure;
    if (answer == null) {
      throw Failures.of(
          failure == null ? new IllegalStateException("no answer") : failure, dialect);
    }
    return answer;
  }

  private void await(Asked asked, long end) {
    LockSupport.parkNanos(this, end - System.nanoTime());
    if (asked.isOpen() && (Thread.currentThread().isInterrupted() || System.nanoTime() >= end)) {
      waiting.remove(asked);
      throw new StoreUnavailable(
          "the store is too slow", new TimeoutException("nobody came back with an answer"), false);
    }
  }

  /** Whoever asks after this looked finds that nobody is under way. */
  private void wakeNext() {
    Asked next = waiting.peek();
    if (next != null) {
      LockSupport.unpark(next.thread);
    }
  }

  private void travel() {
    List<Asked> together = new ArrayList<>();
    for (Asked next = waiting.poll(); next != null; next = waiting.poll()) {
      together.add(next);
      if (together.size() == MOST_TOGETHER) {
        break;
      }
    }
    if (together.isEmpty()) {
      return;
    }
    try (Handle handle = jdbi.open()) {
      answer(handle.getConnection(), together);
    } catch (SQLException | RuntimeException e) {
      fail(together, e);
    } finally {
      fail(together, new IllegalStateException("the look-up ended without an answer"));
    }
  }

  private void fail(List<Asked> together, Exception failure) {
    together.stream().filter(Asked::isOpen).forEach(asked -> fail(asked, failure));
    if (Failures.of(failure, dialect) instanceof StoreUnavailable) {
      for (Asked next = waiting.poll(); next != null; next = waiting.poll()) {
        fail(next, failure);
      }
    }
  }

  private static void fail(Asked asked, Exception failure) {
    asked.failure = failure;
    LockSupport.unpark(asked.thread);
  }

  private void answer(Connection connection, List<Asked> together) throws SQLException {
    if (together.size() == 1) {
      Asked only = together.getFirst();
      tell(
          only, FinishedKeyRow.LOOKUP.run(connection, dialect, only.name.scope(), only.name.key()));
      return;
    }
    Map<Name, FinishedKeyRow> rows = readAll(connection, together);
    together.forEach(asked -> tell(asked, Option.of(rows.get(asked.name))));
  }

  private static void tell(Asked asked, Option<FinishedKeyRow> answer) {
    asked.answer = answer;
    LockSupport.unpark(asked.thread);
  }

  private Map<Name, FinishedKeyRow> readAll(Connection connection, List<Asked> together)
      throws SQLException {
    Map<Name, FinishedKeyRow> rows = new HashMap<>();
    Array scopes =
        connection.createArrayOf("text", together.stream().map(a -> a.name.scope()).toArray());
    Array keys =
        connection.createArrayOf("text", together.stream().map(a -> a.name.key()).toArray());
    try (PreparedStatement statement =
        connection.prepareStatement(dialect.sql(KeyStatements.FIND_FINISHED_TOGETHER))) {
      statement.setArray(1, scopes);
      statement.setArray(2, keys);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.put(
              new Name(Columns.text(row, "scope"), Columns.text(row, "idempotency_key")),
              FinishedKeyRow.read(row));
        }
      }
    }
    return rows;
  }
}
