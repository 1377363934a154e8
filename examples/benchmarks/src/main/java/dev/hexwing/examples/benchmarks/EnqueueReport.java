package dev.hexwing.examples.benchmarks;

import dev.hexwing.domain.ordering.Order;
import dev.hexwing.persistence.Persistence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What it costs to store an event with what it tells of. */
final class EnqueueReport {

  private EnqueueReport() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    Duel duel = new Duel(quick ? 1 : 3, quick ? 2 : 10, quick ? 200 : 6_000);
    try (Side ours = new Hexwing(database, duel.itemsOfEach());
        Side floor = new Plain(database, duel.itemsOfEach())) {
      duel.run(database, ours, floor, false);
    }
    requireSameRows(database);
    report.title("An order and its event, stored in one transaction");
    duel.tell(report);
  }

  private static void requireSameRows(BenchDatabase database) throws SQLException {
    String kinds =
        database.ask(
            """
            select count(distinct (length(o.lines), length(e.data), e.type, e.state))
            from orders o join outbox e on e.event_id = o.order_id || '/1'
            """);
    if (!kinds.equals("1")) {
      throw new IllegalStateException(
          "the sides wrote different rows: "
              + database.ask(
                  """
                  select string_agg(distinct regexp_replace(o.lines || e.data, '[0-9a-f-]{36}', '*', 'g'), ' ')
                  from orders o join outbox e on e.event_id = o.order_id || '/1'
                  """));
    }
  }

  private static List<Order> orders(BenchDatabase database, int count) {
    List<Order> orders = new ArrayList<>(count);
    try (Persistence persistence = database.open()) {
      for (int i = 0; i < count; i++) {
        orders.add(PlacedOrder.order(persistence));
      }
    }
    return orders;
  }

  private static final class Hexwing implements Side {

    private final Persistence persistence;
    private final List<Order> orders;

    Hexwing(BenchDatabase database, int count) {
      this.persistence = database.open();
      this.orders = orders(database, count);
    }

    @Override
    public String name() {
      return "hexwing";
    }

    @Override
    public Worker worker() {
      return item ->
          persistence
              .unitOfWork()
              .execute(
                  stores -> {
                    stores.orders().save(orders.get(item));
                    return item;
                  });
    }

    @Override
    public void close() {
      persistence.close();
    }
  }

  private static final class Plain implements Side {

    private final BenchDatabase database;
    private final List<Order> orders;
    private final List<PlainWriter> writers = new ArrayList<>();

    Plain(BenchDatabase database, int count) {
      this.database = database;
      this.orders = orders(database, count);
    }

    @Override
    public String name() {
      return "two plain inserts";
    }

    @Override
    public Worker worker() throws SQLException {
      PlainWriter writer = PlainWriter.ofSameRows(database);
      writers.add(writer);
      return item -> writer.store(orders.get(item));
    }

    @Override
    public void close() throws SQLException {
      for (PlainWriter writer : writers) {
        writer.close();
      }
    }
  }
}
