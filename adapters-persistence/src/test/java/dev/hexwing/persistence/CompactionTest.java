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

  private static final int ORDERS = 1_500;
  private static final long STEP = 2L * 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void the_file_grows_with_what_is_kept() throws Exception {
    long without = sizeAfterOrders("without", Long.MAX_VALUE / 2);
    long with = sizeAfterOrders("with", STEP);
    assertThat(without).isGreaterThan(5 * STEP);
    assertThat(with).isLessThan(3 * STEP);
  }

  private long sizeAfterOrders(String name, long growthBetweenSteps) throws Exception {
    PersistenceSettings settings = PersistenceSettings.embedded(folder.resolve(name), 1);
    Dialect dialect = new H2Dialect(new Snapshots(new Compaction(growthBetweenSteps)));
    try (Persistence persistence =
        Persistence.open(settings, dialect, Database.connect(settings))) {
      persistence.migrate();
      for (int i = 0; i < ORDERS; i++) {
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
