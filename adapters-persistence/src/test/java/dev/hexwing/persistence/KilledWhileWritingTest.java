package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.payments.PaymentId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
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

/** A shop that is killed while H2 writes finds whole transactions, and all that were confirmed. */
@Timeout(120)
class KilledWhileWritingTest {

  private static final int WRITERS = 4;
  private static final int ORDERS_OF_EACH = 30;

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

  /** For each order that was confirmed: the first copy that was certainly begun after it. */
  private final Queue<Integer> confirmed = new ConcurrentLinkedQueue<>();

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
  void keeps_whole_transactions_and_all_that_were_confirmed_at_any_write() throws Exception {
    PersistenceSettings settings =
        new PersistenceSettings(
            "jdbc:h2:photographed:" + folder.resolve("shop"), "hexwing", "", WRITERS);
    int before;
    try (Persistence persistence = Persistence.open(settings)) {
      persistence.migrate();
      before = Photographer.photographs().size();
      placeOrders(persistence);
    }
    List<Path> photographs = Photographer.photographs();
    assertThat(photographs).hasSizeGreaterThan(before + 20);
    for (int copy = before; copy < photographs.size(); copy++) {
      assertThat(ordersIn(photographs.get(copy)))
          .as("orders in copy %d of %d", copy, photographs.size())
          .isGreaterThanOrEqualTo(confirmedBefore(copy));
      Files.delete(photographs.get(copy));
    }
    assertThat(confirmed).hasSize(WRITERS * ORDERS_OF_EACH);
  }

  private int confirmedBefore(int copy) {
    return (int) confirmed.stream().filter(first -> first <= copy).count();
  }

  private void placeOrders(Persistence persistence) throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        ends.add(
            writers.submit(
                () -> {
                  for (int i = 0; i < ORDERS_OF_EACH; i++) {
                    placeOrder(persistence);
                  }
                }));
      }
      for (Future<?> end : ends) {
        end.get(60, TimeUnit.SECONDS);
      }
    } finally {
      writers.shutdownNow();
    }
  }

  private void placeOrder(Persistence persistence) {
    Order order = BrokenConnectionContracts.order();
    persistence
        .unitOfWork()
        .execute(
            stores -> {
              stores.orders().save(order);
              stores.openPayments().claim(order.id(), new PaymentId(UUID.randomUUID()));
              return order;
            });
    confirmed.add(Photographer.photographs().size() + 1);
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
