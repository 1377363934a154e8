package dev.hexwing.examples.benchmarks.peers;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Gruelbox Transaction Outbox. */
final class TransactionOutboxPeer implements Peer {

  private static final int THREADS = 8;

  private final HikariDataSource pool;
  private final ExecutorService threads;
  private final TransactionManager transactions;
  private final AtomicInteger handled = new AtomicInteger();
  private final TransactionOutbox outbox;

  /** True while events are only to be stored. */
  private volatile boolean filling;

  private TransactionOutboxPeer(
      String url, String user, ExecutorService threads, Submitter submitter) {
    this.threads = threads;
    pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setMaximumPoolSize(THREADS);
    transactions = TransactionManager.fromDataSource(pool);
    outbox =
        TransactionOutbox.builder()
            .transactionManager(transactions)
            .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
            .instantiator(Instantiator.using(type -> new Handler(handled)))
            .submitter(
                (entry, work) -> {
                  if (!filling) {
                    submitter.submit(entry, work);
                  }
                })
            .build();
  }

  /** With the threads that it brings along. */
  static TransactionOutboxPeer asDelivered(String url, String user) {
    return new TransactionOutboxPeer(
        url, user, Executors.newSingleThreadExecutor(), Submitter.withDefaultExecutor());
  }

  /** With as many threads as connections. */
  static TransactionOutboxPeer withThreads(String url, String user) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    return new TransactionOutboxPeer(url, user, threads, Submitter.withExecutor(threads));
  }

  @Override
  public void fill(int events) throws SQLException {
    execute("delete from txno_outbox");
    filling = true;
    transactions.inTransaction(
        () -> {
          for (int i = 0; i < events; i++) {
            outbox.schedule(Handler.class).on("dev.hexwing.ordering.order-placed.v1", Facts.JSON);
          }
        });
    filling = false;
    execute("update txno_outbox set nextattempttime = now()");
  }

  @Override
  public void run(int events, AtomicInteger counted) {
    handled.set(0);
    while (handled.get() < events) {
      if (!outbox.flush()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }
    counted.set(handled.get());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    pool.close();
  }

  /** What is called for each event. */
  static class Handler {

    private final AtomicInteger handled;

    Handler(AtomicInteger handled) {
      this.handled = handled;
    }

    void on(String type, String facts) {
      if (!type.isEmpty() && !facts.isEmpty()) {
        handled.incrementAndGet();
      }
    }
  }
}
