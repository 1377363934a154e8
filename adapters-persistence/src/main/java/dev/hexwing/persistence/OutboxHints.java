package dev.hexwing.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes on one PostgreSQL that there are new events, and hears it from them.
 *
 * <p>A hint and no more: one that is lost costs the time until a relay looks by itself. It is given
 * after the commit and not within it, because PostgreSQL lets one transaction that notifies commit
 * at a time, and because a commit is not to cost another round trip; what is committed between two
 * turns is told in one hint. One thread with one connection of its own; if that is lost, it is made
 * again, later after each failure. Safe for use by any number of threads.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-notify.html">NOTIFY</a>
 */
final class OutboxHints implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OutboxHints.class);

  /** Under a name of its own, by which an operator tells it from the pool. */
  private static final String LISTEN =
      "set application_name = 'hexwing-outbox-hints'; listen hexwing_outbox";

  /** Nothing is lost with it, so that nobody waits for the disk. */
  private static final String NOTIFY =
      "select set_config('synchronous_commit', 'off', true), pg_notify('hexwing_outbox', '')";

  /** The least between two hints, and about the longest between a local commit and its hint. */
  private static final Duration TURN = Duration.ofMillis(20);

  private static final Duration CHECK = Duration.ofSeconds(10);
  private static final Duration FIRST_RETRY = Duration.ofMillis(250);
  private static final Duration LAST_RETRY = Duration.ofSeconds(30);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final DataSource source;
  private final Runnable onNewEvents;
  private final AtomicBoolean untold = new AtomicBoolean();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch listening = new CountDownLatch(1);
  private final Thread thread;

  private OutboxHints(DataSource source, Runnable onNewEvents) {
    this.source = source;
    this.onNewEvents = onNewEvents;
    this.thread =
        Thread.ofPlatform().name("hexwing-outbox-hints").daemon(true).unstarted(this::run);
  }

  /**
   * Starts to listen.
   *
   * @param source hands out connections that are nobody else's
   * @param onNewEvents called when another node has told of new events, or may have; it must return
   *     at once
   */
  static OutboxHints start(DataSource source, Runnable onNewEvents) {
    OutboxHints hints = new OutboxHints(source, onNewEvents);
    hints.thread.start();
    return hints;
  }

  /** Has the other nodes told that there are new events; returns at once. */
  void tell() {
    untold.set(true);
  }

  /** Waits until it has listened for the first time. */
  boolean awaitListening(Duration patience) throws InterruptedException {
    return listening.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets the turn under way end, for at most ten seconds, and gives the connection back. */
  @Override
  public void close() {
    stopping.countDown();
    try {
      if (!thread.join(STOP_PATIENCE)) {
        log.warn("{} is still busy after {}; interrupting it", thread.getName(), STOP_PATIENCE);
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration rest = FIRST_RETRY;
    while (!isStopping()) {
      long began = System.nanoTime();
      try (Connection connection = source.getConnection()) {
        listen(connection);
      } catch (SQLException e) {
        if (System.nanoTime() - began > LAST_RETRY.toNanos()) {
          rest = FIRST_RETRY;
        }
        log.warn("no hints of new events from other nodes for {}: {}", rest, e.getMessage());
        log.debug("the connection was lost", e);
        restFor(rest);
        rest = shorter(rest.multipliedBy(2), LAST_RETRY);
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    execute(connection, LISTEN);
    listening.countDown();
    // What was told meanwhile was not heard.
    onNewEvents.run();
    PGConnection server = connection.unwrap(PGConnection.class);
    long checked = System.nanoTime();
    long told = System.nanoTime() - TURN.toNanos();
    while (!isStopping()) {
      // Its own hint comes back at once and ends the wait, which is no reason to give the next.
      if (System.nanoTime() - told >= TURN.toNanos() && untold.getAndSet(false)) {
        execute(connection, NOTIFY);
        told = System.nanoTime();
      }
      if (isFromOthers(server.getNotifications((int) TURN.toMillis()), server.getBackendPID())) {
        onNewEvents.run();
      }
      if (System.nanoTime() - checked > CHECK.toNanos()) {
        if (!connection.isValid(1)) {
          throw new SQLException("the server is silent");
        }
        checked = System.nanoTime();
      }
    }
  }

  private static boolean isFromOthers(PGNotification @Nullable [] heard, int own) {
    if (heard != null) {
      for (PGNotification one : heard) {
        if (one.getPID() != own) {
          return true;
        }
      }
    }
    return false;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void restFor(Duration time) {
    try {
      if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("{} ends", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }
}
