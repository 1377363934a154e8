package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.ordering.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H2's file does not grow with every write. */
@Timeout(120)
class CompactionTest {

  private static final int ORDERS = 1_500;

  /** A good 2 MiB are usual; 17 would be there without any compaction. */
  private static final long MOST_BYTES = 7L * 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void grows_with_what_is_kept_and_not_with_what_was_written() throws Exception {
    PersistenceSettings settings = PersistenceSettings.embedded(folder.resolve("shop"), 1);
    try (Persistence persistence = Persistence.open(settings)) {
      persistence.migrate();
      placeOrder(persistence);
      reuseRoomAtOnce(settings);
      for (int i = 0; i < ORDERS; i++) {
        placeOrder(persistence);
      }
      assertThat(Files.size(folder.resolve("shop.mv.db"))).isLessThan(MOST_BYTES);
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

  /** Each new connection sets what its address says, so there must be none after this. */
  private static void reuseRoomAtOnce(PersistenceSettings settings) throws Exception {
    try (Connection connection = Database.connect(settings).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set retention_time 0");
    }
  }
}
