package dev.hexwing.examples.benchmarks;

import dev.hexwing.persistence.TimeOrderedIds;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/** Whole payments through the use case against plain JDBC that writes the same rows. */
final class PaymentsReport {

  private PaymentsReport() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    int pairs = quick ? 2 : 12;
    int perRound = quick ? 200 : 6_000;
    int warmUps = quick ? 1 : 5;
    Duel duel = new Duel(warmUps, pairs, perRound);
    int each = duel.itemsOfEach();
    List<PlacedOrder> orders = PlacedOrder.place(database, 2 * each);
    try (Side ours = new HexwingPayments(Shop.open(database), orders.subList(0, each));
        Side floor =
            new FloorPayments(
                database,
                new TimeOrderedIds(InstantSource.system()),
                orders.subList(each, 2 * each))) {
      duel.run(database, ours, floor, false);
    }
    report.title("Payments on PostgreSQL");
    duel.tell(report);
    requireSameRows(database, each);
  }

  /** A floor that wrote other rows would be no floor. */
  private static void requireSameRows(BenchDatabase database, int each) throws SQLException {
    String sides =
        database.ask(
            """
            select count(*) || ' sides, ' || count(distinct (keys, key_bytes, event_bytes)) ||
              ' kinds of rows, ' || min(keys) || ' payments'
            from (
              select k.scope, count(*) / 2 as keys, sum(pg_column_size(k.*)) as key_bytes,
                sum(pg_column_size(e.*) + pg_column_size(o.*)) as event_bytes
              from idempotency_keys k
              join open_payments p on p.payment_id = k.payment_id
              join payment_events e on e.payment_id = k.payment_id
              join outbox o on o.event_id = e.payment_id || '/' || e.version and o.data = e.data
              where k.state = 'FINISHED'
              group by k.scope) as side
            """);
    if (!sides.equals("2 sides, 1 kinds of rows, " + each + " payments")) {
      throw new IllegalStateException("the sides wrote different rows: " + sides);
    }
  }
}
