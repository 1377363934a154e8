package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A shop that is killed while H2 writes finds whole transactions, and all that anybody saw. */
@Timeout(120)
class KilledWhileWritingTest {

  private static final int WRITERS = 4;
  private static final int ORDERS = 120;

  /** An order, its event and its claim are of one transaction; so are a table and its indexes. */
  private static final List<String> HALVES =
      List.of(
          "select count(*) from orders o where not exists"
              + " (select 1 from outbox e where e.aggregate_id = cast(o.order_id as varchar))",
          "select count(*) from outbox e where not exists"
              + " (select 1 from orders o where cast(o.order_id as varchar) = e.aggregate_id)",
          "select count(*) from orders o where not exists"
              + " (select 1 from open_payments p where p.order_id = o.order_id)",
          "select count(*) from open_payments p where not exists"
              + " (select 1 from orders o where p.order_id = o.order_id)");

  /** H2 would write at once over what is of no use any more. */
  private static final String EAGER = ";RETENTION_TIME=0";

  private static final long NEVER = Long.MAX_VALUE / 2;
  private static final long OFTEN = 256 * 1024;

  @TempDir private Path folder;

  @BeforeEach
  void register() {
    Photographer.settle();
  }

  @AfterEach
  void unregister() {
    Photographer.leave();
  }

  @Test
  void keeps_whole_transactions_and_all_that_were_confirmed_or_seen_at_any_write()
      throws Exception {
    Path shop = folder.resolve("shop");
    Life first = Life.of(shop, NEVER, 0);
    Life second = Life.of(shop, OFTEN, ORDERS);
    int moment = second.midst();
    Path killed = folder.resolve("killed");
    Files.copy(Photographer.photographs().get(moment), folder.resolve("killed.mv.db"));
    Life third = Life.of(killed, OFTEN, second.leastIn(moment));
    first.check();
    second.check();
    third.check();
  }

  /** From the opening of a file to an orderly stop. */
  private static final class Life {

    private final int before;
    private final int begin;
    private int end;

    private final Queue<OrderId> begun = new ConcurrentLinkedQueue<>();

    /** For each order: the newest copy when it was confirmed, or seen by somebody else before. */
    private final Map<OrderId, Integer> told = new ConcurrentHashMap<>();

    private Life(int before, int begin) {
      this.before = before;
      this.begin = begin;
    }

    static Life of(Path shop, long growthBetweenSteps, int before) throws Exception {
      PersistenceSettings settings =
          new PersistenceSettings("jdbc:h2:photographed:" + shop + EAGER, "hexwing", "", WRITERS);
      Dialect dialect = new H2Dialect(new Snapshots(new Compaction(growthBetweenSteps)));
      Life life;
      try (Persistence persistence =
          Persistence.open(settings, dialect, Database.connect(settings))) {
        persistence.migrate();
        life = new Life(before, Photographer.photographs().size());
        life.placeOrders(persistence);
      }
      life.end = Photographer.photographs().size();
      assertThat(life.end).isGreaterThan(life.begin + 20);
      return life;
    }

    private void placeOrders(Persistence persistence) throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
      try {
        List<Future<?>> ends = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
          ends.add(
              threads.submit(
                  () -> {
                    for (int i = 0; i < ORDERS / WRITERS; i++) {
                      placeOrder(persistence);
                    }
                  }));
        }
        ends.add(threads.submit(() -> lookForOrders(persistence)));
        for (Future<?> end : ends) {
          end.get(60, TimeUnit.SECONDS);
        }
      } finally {
        threads.shutdownNow();
      }
    }

    private void lookForOrders(Persistence persistence) {
      for (int seen = 0; seen < ORDERS; ) {
        OrderId order = begun.peek();
        if (order != null
            && persistence.unitOfWork().read(stores -> stores.orders().find(order)).isDefined()) {
          tell(order);
          begun.remove();
          seen++;
        }
      }
    }

    private void tell(OrderId order) {
      told.merge(order, Photographer.photographs().size() - 1, Math::min);
    }

    private void placeOrder(Persistence persistence) {
      Order order = BrokenConnectionContracts.order();
      begun.add(order.id());
      persistence
          .unitOfWork()
          .execute(
              stores -> {
                stores.orders().save(order);
                stores.openPayments().claim(order.id(), new PaymentId(UUID.randomUUID()));
                return order;
              });
      tell(order.id());
    }

    int midst() {
      return (begin + end) / 2;
    }

    /** How many orders must be in a copy. */
    int leastIn(int copy) {
      return before + (int) told.values().stream().filter(first -> first <= copy).count();
    }

    void check() throws Exception {
      assertThat(told).hasSize(ORDERS);
      List<Path> photographs = Photographer.photographs();
      for (int copy = begin; copy < end; copy++) {
        assertThat(ordersIn(photographs.get(copy)))
            .as("orders in copy %d of %d to %d", copy, begin, end)
            .isGreaterThanOrEqualTo(leastIn(copy));
        Files.delete(photographs.get(copy));
      }
    }
  }

  private static int ordersIn(Path photograph) throws SQLException {
    String name = photograph.toString().replaceFirst("\\.mv\\.db$", "");
    PersistenceSettings settings =
        new PersistenceSettings("jdbc:h2:file:" + name, "hexwing", "", 1);
    try (Connection connection = Database.connect(settings).getConnection();
        Statement statement = connection.createStatement()) {
      for (String half : HALVES) {
        assertThat(count(statement, half)).as("%s: %s", photograph.getFileName(), half).isZero();
      }
      return count(statement, "select count(*) from orders");
    }
  }

  private static int count(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }
}
