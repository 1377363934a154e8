package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.persistence.RecordedFile.Forced;
import dev.hexwing.persistence.RecordedFile.Step;
import dev.hexwing.persistence.RecordedFile.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
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

/**
 * H2's file, whenever its process is killed and whenever the power is cut, holds whole transactions
 * and all that anybody was told of.
 */
@Timeout(180)
class EmbeddedFileTest {

  private static final int WRITERS = 4;
  private static final int ORDERS = 80;
  private static final int CUTS_BEFORE_EACH_FLUSH = 2;

  /** H2 would write at once over what is of no use any more. */
  private static final String EAGER = ";RETENTION_TIME=0";

  /** Bytes that the file grows by between two compactions. */
  private static final long NEVER = Long.MAX_VALUE / 2;

  private static final long OFTEN = 256 * 1024;

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

  @TempDir private Path folder;
  private final Random dice = new Random(42);

  @BeforeEach
  void record() {
    RecordedFile.settle();
  }

  @AfterEach
  void stopRecording() {
    RecordedFile.leave();
  }

  @Test
  void a_killed_process_leaves_whole_transactions_and_all_that_anybody_was_told_of()
      throws Exception {
    for (Life life : lives()) {
      Path image = life.imageAtBegin("killed");
      for (int step = life.begin; step < life.end; step++) {
        Step done = RecordedFile.steps(step, step + 1).get(0);
        RecordedFile.apply(List.of(done), image);
        if (!(done instanceof Forced)) {
          life.check(image, step);
        }
      }
    }
  }

  @Test
  void a_power_cut_leaves_whole_transactions_and_all_that_anybody_was_told_of() throws Exception {
    for (Life life : lives()) {
      Path image = life.imageAtBegin("on-the-disk");
      int forced = life.begin;
      for (int step = life.begin; step < life.end; step++) {
        if (RecordedFile.steps(step, step + 1).get(0) instanceof Forced) {
          for (int cut = 0; cut < CUTS_BEFORE_EACH_FLUSH && forced < step; cut++) {
            Path rest = folder.resolve("rest.mv.db");
            Files.copy(image, rest, StandardCopyOption.REPLACE_EXISTING);
            int last = forced + 1 + dice.nextInt(step - forced);
            RecordedFile.apply(somewhatOf(RecordedFile.steps(forced, last)), rest);
            life.check(rest, last - 1);
          }
          RecordedFile.apply(RecordedFile.steps(forced, step), image);
          forced = step + 1;
        }
      }
    }
  }

  /** What the disk may have of what was not forced: each write whole, in part, or not at all. */
  private List<Step> somewhatOf(List<Step> steps) {
    List<Step> done = new ArrayList<>();
    for (Step step : steps) {
      int fate = dice.nextInt(3);
      if (fate == 0) {
        done.add(step);
      } else if (fate == 1 && step instanceof Written written) {
        done.add(written.part(dice.nextDouble()));
      }
    }
    return done;
  }

  /** One that ends in order, the next one over the same file, and one over what a kill left. */
  private List<Life> lives() throws Exception {
    Life first = Life.of(folder, "shop", NEVER, List.of(), 0);
    Life second = Life.of(folder, "shop", OFTEN, RecordedFile.steps(0, first.end), ORDERS);
    int moment = (second.begin + second.end) / 2;
    List<Step> untilMoment = RecordedFile.steps(0, moment + 1);
    RecordedFile.apply(untilMoment, folder.resolve("shop-killed.mv.db"));
    Life third = Life.of(folder, "shop-killed", OFTEN, untilMoment, second.leastAt(moment));
    return List.of(first, second, third);
  }

  /** From the opening of a file to an orderly stop. */
  private static final class Life {

    private final Path folder;
    private final List<Step> stepsBefore;
    private final int before;
    private final Queue<OrderId> begun = new ConcurrentLinkedQueue<>();

    /** For each order: the last step when it was confirmed, or seen by somebody else before. */
    private final Map<OrderId, Integer> told = new ConcurrentHashMap<>();

    private int begin;
    private int end;

    private Life(Path folder, List<Step> stepsBefore, int before) {
      this.folder = folder;
      this.stepsBefore = stepsBefore;
      this.before = before;
    }

    static Life of(
        Path folder, String shop, long growthBetweenSteps, List<Step> stepsBefore, int before)
        throws Exception {
      Life life = new Life(folder, stepsBefore, before);
      life.begin = RecordedFile.steps();
      PersistenceSettings settings =
          new PersistenceSettings(
              "jdbc:h2:recorded:" + folder.resolve(shop) + EAGER, "hexwing", "", WRITERS);
      Dialect dialect = new H2Dialect(new Snapshots(new Compaction(growthBetweenSteps)));
      try (Persistence persistence =
          Persistence.open(settings, dialect, Database.connect(settings))) {
        persistence.migrate();
        life.placeOrders(persistence);
      }
      life.end = RecordedFile.steps();
      assertThat(life.told).hasSize(ORDERS);
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
      told.merge(order, RecordedFile.steps() - 1, Math::min);
    }

    Path imageAtBegin(String name) throws IOException {
      Path image = folder.resolve(name + "-" + begin + ".mv.db");
      RecordedFile.apply(stepsBefore, image);
      return image;
    }

    /** How many orders must be there after a step. */
    int leastAt(int step) {
      return before + (int) told.values().stream().filter(last -> last <= step).count();
    }

    void check(Path image, int step) throws IOException, SQLException {
      int least = leastAt(step);
      if (least > 0) {
        Path copy = folder.resolve("looked-at.mv.db");
        Files.copy(image, copy, StandardCopyOption.REPLACE_EXISTING);
        assertThat(ordersIn(folder.resolve("looked-at")))
            .as("orders after step %d of %d to %d", step, begin, end)
            .isGreaterThanOrEqualTo(least);
      }
    }
  }

  private static int ordersIn(Path database) throws SQLException {
    PersistenceSettings settings =
        new PersistenceSettings("jdbc:h2:file:" + database, "hexwing", "", 1);
    try (Connection connection = Database.connect(settings).getConnection();
        Statement statement = connection.createStatement()) {
      for (String half : HALVES) {
        assertThat(count(statement, half)).as(half).isZero();
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
