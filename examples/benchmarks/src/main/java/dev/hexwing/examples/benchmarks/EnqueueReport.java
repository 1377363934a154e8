package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.events.EventRecords;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.persistence.Persistence;
import dev.hexwing.persistence.PlainEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What it costs to store an event with what it tells of. */
final class EnqueueReport {

  private EnqueueReport() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    Duel alone = duel(quick);
    try (Side ours = new Hexwing(database, alone.itemsOfEach());
        Side floor = new PlainInsert(database, alone.itemsOfEach())) {
      alone.run(database, ours, floor, false);
    }
    requireSameRows(database);
    report.title("An event, stored in the transaction of its order");
    alone.tell(report);
    Duel whole = duel(quick);
    try (Side ours = new Hexwing(database, whole.itemsOfEach());
        Side floor = new Plain(database, whole.itemsOfEach())) {
      whole.run(database, ours, floor, false);
    }
    requireSameRows(database);
    report.title("An order and its event, stored in one transaction");
    whole.tell(report);
  }

  private static Duel duel(boolean quick) {
    return new Duel(quick ? 1 : 5, quick ? 2 : 10, quick ? 200 : 6_000);
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

  /** The order as Hexwing stores it, and the event as a plain insert would. */
  private static final class PlainInsert implements Side {

    private final Persistence persistence;
    private final List<Order> orders;

    PlainInsert(BenchDatabase database, int count) {
      this.persistence = database.open();
      this.orders = orders(database, count);
    }

    @Override
    public String name() {
      return "a plain insert";
    }

    @Override
    public Worker worker() {
      return item -> {
        Order order = orders.get(item);
        persistence
            .unitOfWork()
            .execute(
                stores -> {
                  OrderSnapshot snapshot = order.snapshot();
                  Money total = order.total();
                  DomainEvent event = order.drainEvents().getFirst();
                  PlainEvent.store(
                      stores,
                      snapshot,
                      total,
                      EventRecords.type(event),
                      FloorJson.placed(snapshot, total),
                      event.correlationId().value(),
                      event.occurredAt());
                  return item;
                });
      };
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
