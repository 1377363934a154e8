package dev.hexwing.persistence;

import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A look-up that is made together by those who ask at the same time.
 *
 * <p>A round trip costs both ends far more than the row that it is for. Whoever finds room goes at
 * once, so nobody waits for company; once as many are on their way as keep both ends busy, the
 * others wait for one of them to return, and go in one round trip. A trip leaves after all that it
 * carries have asked, so each reads what was committed by then; if it fails, it fails for all of
 * them. Who is not taken along within ten milliseconds goes alone: a server that is slow is asked
 * by as many at a time as the pool has connections.
 *
 * <p>Nobody waits here but those who ask, so there are never more of them than threads. Safe for
 * use by any number of threads.
 */
final class SharedLookup<R> {

  /** With more they only take turns on the processors; with one, one end is idle meanwhile. */
  private static final int TRIPS = Math.max(2, Runtime.getRuntime().availableProcessors());

  /** Each number of passengers has a statement of its own to be prepared. */
  private static final int SEATS = 4;

  private static final Duration PATIENCE = Duration.ofMillis(10);

  /** Longer than a trip can take. */
  private static final Duration LONGEST_TRIP = Duration.ofSeconds(3);

  private final Lookup<R> lookup;
  private final DataSource pool;
  private final Dialect dialect;
  private final Duration patience;
  private final List<String> statements;
  private final Semaphore room;
  private final Queue<Passenger<R>> waiting = new ConcurrentLinkedQueue<>();

  SharedLookup(Lookup<R> lookup, DataSource pool, Dialect dialect) {
    this(lookup, pool, dialect, TRIPS, PATIENCE);
  }

  SharedLookup(Lookup<R> lookup, DataSource pool, Dialect dialect, int trips, Duration patience) {
    this.lookup = lookup;
    this.pool = pool;
    this.dialect = dialect;
    this.patience = patience;
    this.room = new Semaphore(trips);
    this.statements = statements(dialect.sql(lookup.template()));
  }

  /** By the number of passengers. */
  private static List<String> statements(String one) {
    return IntStream.rangeClosed(0, SEATS)
        .mapToObj(many -> String.join(";\n", Collections.nCopies(many, one)))
        .toList();
  }

  /** What is shared. */
  Lookup<R> lookup() {
    return lookup;
  }

  /** The row of that key, if there is one. */
  Option<R> find(Object... key) throws SQLException {
    if (!dialect.looksUpTogether()) {
      return lookup.run(pool, dialect, key);
    }
    Passenger<R> self = new Passenger<>(key);
    if (room.tryAcquire()) {
      lead(self);
    } else {
      waiting.add(self);
      await(self);
    }
    @Nullable Option<R> answer = self.answer();
    return answer == null ? lookup.run(pool, dialect, key) : answer;
  }

  /** Until it is back or goes alone; leads a trip if it finds room before it is taken along. */
  private void await(Passenger<R> self) {
    long since = System.nanoTime();
    while (!self.isBack()) {
      Duration limit = self.isAboard() ? LONGEST_TRIP : patience;
      long left = limit.toNanos() - (System.nanoTime() - since);
      if (left <= 0 || Thread.currentThread().isInterrupted()) {
        waiting.remove(self);
        callNext();
        return;
      }
      if (self.isAboard() || !room.tryAcquire()) {
        LockSupport.parkNanos(this, left);
      } else if (waiting.remove(self)) {
        lead(self);
      } else {
        room.release();
        callNext();
      }
    }
  }

  /** Takes those along who wait longest, and makes room again. */
  private void lead(Passenger<R> self) {
    List<Passenger<R>> all = new ArrayList<>(SEATS);
    try {
      @Nullable Passenger<R> next = self;
      while (next != null) {
        next.board();
        all.add(next);
        next = all.size() < SEATS ? waiting.poll() : null;
      }
      callNext();
      lookUp(all);
    } finally {
      room.release();
      callNext();
      all.forEach(Passenger::letGo);
    }
  }

  /** There may be more room than the last to come back has called for. */
  private void callNext() {
    @Nullable Passenger<R> next = waiting.peek();
    if (next != null && room.availablePermits() > 0) {
      next.call();
    }
  }

  private void lookUp(List<Passenger<R>> all) {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(statements.get(all.size()))) {
      int index = 1;
      for (Passenger<R> passenger : all) {
        for (Object part : passenger.key()) {
          statement.setObject(index++, part);
        }
      }
      statement.execute();
      for (Passenger<R> passenger : all) {
        try (ResultSet row = statement.getResultSet()) {
          answer(passenger, row);
        }
        statement.getMoreResults();
      }
    } catch (SQLException e) {
      // What befalls this thread is nothing to the others: each goes alone, this one in vain.
      if (!Thread.currentThread().isInterrupted()) {
        all.forEach(passenger -> passenger.failed(e));
      }
    }
  }

  private void answer(Passenger<R> passenger, ResultSet row) throws SQLException {
    try {
      passenger.found(row.next() ? Option.some(lookup.reader().read(row)) : Option.none());
    } catch (RuntimeException e) {
      passenger.failed(new SQLException("a row cannot be read", e));
    }
  }
}
