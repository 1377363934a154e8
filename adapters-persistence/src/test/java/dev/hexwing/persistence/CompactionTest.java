package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.ordering.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H2's file grows with what is kept, and not with what was ever written. */
@Timeout(120)
class CompactionTest {

  private static final int ORDERS = 1_000;
  private static final long STEP = 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void the_file_grows_with_what_is_kept() throws Exception {
    long without = sizeAfterOrders("without", ORDERS, Long.MAX_VALUE / 2);
    long with = sizeAfterOrders("with", ORDERS, STEP);
    assertThat(without).isGreaterThan(5 * STEP);
    assertThat(with).isLessThan(3 * STEP);
  }

  @Test
  void what_a_former_life_left_is_given_back_at_the_start_unless_the_file_is_in_use()
      throws Exception {
    sizeAfterOrders("shared", ORDERS, Long.MAX_VALUE / 2);
    long size = Files.size(folder.resolve("shared.mv.db"));
    try (Persistence other = Persistence.open(settings("shared"))) {
      FoundFile.compact(settings("shared").url(), 1);
      assertThat(other.isReachable()).isTrue();
    }
    assertThat(Files.size(folder.resolve("shared.mv.db"))).isGreaterThanOrEqualTo(size);
    FoundFile.compact(settings("shared").url(), 1);
    assertThat(Files.size(folder.resolve("shared.mv.db"))).isLessThan(size / 2);
  }

  private PersistenceSettings settings(String name) {
    return PersistenceSettings.embedded(folder.resolve(name), 1);
  }

  private long sizeAfterOrders(String name, int orders, long growthBetweenSteps) throws Exception {
    PersistenceSettings settings = settings(name);
    Dialect dialect = new H2Dialect(new Snapshots(new Compaction(growthBetweenSteps)));
    try (Persistence persistence =
        Persistence.open(settings, dialect, Database.connect(settings))) {
      persistence.migrate();
      for (int i = 0; i < orders; i++) {
        placeOrder(persistence);
      }
      return Files.size(folder.resolve(name + ".mv.db"));
    }
  }

  private static void placeOrder(Persistence persistence) {
    Order order = BrokenConnectionContracts.order();
    persistence
        .unitOfWork()
        .execute(
            stores -> {
              stores.orders().save(order);
              return order;
            });
  }
}
