package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.Principal;
import dev.hexwing.persistence.Persistence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Deleting a million answers while others pay: how long it takes, and what the payers feel. */
final class PurgeReport {

  private static final Principal CUSTOMERS = new Principal("purge");
  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final int PAYERS = 8;
  private static final int BATCH = 500;
  private static final long LONGEST_SECONDS = 600;

  private PurgeReport() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    int keys = quick ? 10_000 : 1_000_000;
    int calm = quick ? 400 : 4_000;
    fill(database, keys);
    database.settle();
    long sizeBefore = Long.parseLong(database.ask("select pg_relation_size('idempotency_keys')"));
    long deadlocks = deadlocks(database);
    List<PlacedOrder> orders = PlacedOrder.place(database, calm + (quick ? 4_000 : 200_000));
    try (Shop shop = Shop.open(database);
        Persistence purging = database.open()) {
      AtomicInteger next = new AtomicInteger();
      Round alone = pay(shop, orders, next, calm, new AtomicBoolean());
      AtomicBoolean over = new AtomicBoolean();
      Purged purged;
      Round beside;
      try (ExecutorService side =
          Executors.newSingleThreadExecutor(Thread.ofPlatform().name("purge").factory())) {
        Future<Purged> purge =
            side.submit(
                () -> {
                  try {
                    return purge(purging);
                  } finally {
                    over.set(true);
                  }
                });
        beside = pay(shop, orders, next, orders.size() - calm, over);
        purged = purge.get(LONGEST_SECONDS, TimeUnit.SECONDS);
      }
      report.title("Purging " + keys + " keys while " + PAYERS + " threads pay");
      report.row("", "payments/s", "p50", "p99", "longest");
      alone.tell("paying alone", report);
      beside.tell("paying beside the purge", report);
      report.note(
          "%,d answers deleted in %.1f s, %,d a second, in batches of %d; a batch took %.1f ms in"
                  .formatted(
                      purged.count,
                      purged.seconds,
                      Math.round(purged.count / purged.seconds),
                      BATCH,
                      purged.at(50))
              + " the middle, %.1f ms at p99, %.1f ms at most. Dead-locks: %d. Refused payments: 0."
                  .formatted(purged.at(99), purged.at(100), deadlocks(database) - deadlocks));
      database.settle();
      report.note(
          "A tombstone takes %,d bytes of the table, a key with its answer took %,d."
              .formatted(
                  Long.parseLong(
                      database.ask(
                          "select avg(pg_column_size(k.*))::bigint from idempotency_keys k"
                              + " where state = 'EXPIRED'")),
                  sizeBefore / keys));
    }
  }

  /** Keys that were finished two days ago, with answers as the shop writes them. */
  private static void fill(BenchDatabase database, int keys) throws SQLException {
    String receipt =
        "{\"correlationId\":\"0190a1b2-0000-7000-8000-000000000000\",\"payment\":{\"paymentId\":"
            + "\"0190a1b2-0000-7000-8000-000000000000\",\"orderId\":"
            + "\"0190a1b2-0000-7000-8000-000000000000\",\"amount\":5000,\"refunded\":0,"
            + "\"currency\":\"EUR\",\"status\":\"CONFIRMED\"}}";
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into idempotency_keys (scope, idempotency_key, fingerprint, correlation_id,
                  state, token, lease_until, attempts, asked_at, intent, payment_id, receipt,
                  created_at)
                select 'old', gen_random_uuid()::text, repeat('f', 64), gen_random_uuid()::text,
                  'FINISHED', 1, clock_timestamp() - interval '2 days', 0,
                  clock_timestamp() - interval '2 days', 'CHARGE', gen_random_uuid(), ?,
                  clock_timestamp() - interval '2 days'
                from generate_series(1, ?)
                """)) {
      insert.setString(1, receipt);
      insert.setInt(2, keys);
      int filled = insert.executeUpdate();
      if (filled != keys) {
        throw new IllegalStateException("filled " + filled + " of " + keys);
      }
    }
  }

  private static Purged purge(Persistence persistence) {
    long begun = System.nanoTime();
    long[] batches = new long[16_384];
    int many = 0;
    long count = 0;
    long deleted;
    do {
      long before = System.nanoTime();
      deleted = persistence.unitOfWork().execute(stores -> stores.keys().expire(LIFETIME, BATCH));
      batches[many++ % batches.length] = System.nanoTime() - before;
      count += deleted;
    } while (deleted == BATCH);
    long[] times = Arrays.copyOf(batches, Math.min(many, batches.length));
    Arrays.sort(times);
    return new Purged(count, (System.nanoTime() - begun) / 1e9, times);
  }

  private static Round pay(
      Shop shop, List<PlacedOrder> orders, AtomicInteger next, int most, AtomicBoolean over)
      throws Exception {
    int end = next.get() + most;
    long[] times = new long[most];
    AtomicInteger paid = new AtomicInteger();
    long begun = System.nanoTime();
    try (ExecutorService payers =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("payer-", 0).factory())) {
      List<Future<?>> running =
          IntStream.range(0, PAYERS)
              .<Future<?>>mapToObj(
                  payer ->
                      payers.submit(
                          () -> {
                            for (int item = next.getAndIncrement();
                                item < end && !over.get();
                                item = next.getAndIncrement()) {
                              long before = System.nanoTime();
                              shop.pay(CUSTOMERS, orders.get(item), false);
                              times[paid.getAndIncrement()] = System.nanoTime() - before;
                            }
                          }))
              .toList();
      for (Future<?> payer : running) {
        payer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    next.set(Math.min(next.get(), end));
    long[] taken = Arrays.copyOf(times, paid.get());
    Arrays.sort(taken);
    return new Round(taken, seconds);
  }

  private static long deadlocks(BenchDatabase database) throws SQLException {
    return Long.parseLong(
        database.ask("select deadlocks from pg_stat_database where datname = current_database()"));
  }

  private static double millis(long[] sorted, int percent) {
    int index = Math.min(sorted.length - 1, sorted.length * percent / 100);
    return sorted[Math.max(0, index)] / 1e6;
  }

  /** How payers fared. */
  private record Round(long[] times, double seconds) {
    void tell(String name, Report report) {
      report.row(
          name,
          "%,d".formatted(Math.round(times.length / seconds)),
          "%.1f ms".formatted(millis(times, 50)),
          "%.1f ms".formatted(millis(times, 99)),
          "%.1f ms".formatted(millis(times, 100)));
    }
  }

  /** How the purge went. */
  private record Purged(long count, double seconds, long[] batches) {
    double at(int percent) {
      return millis(batches, percent);
    }
  }
}
