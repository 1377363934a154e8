package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is written to H2's file is never a transaction's half. */
@Timeout(60)
class SnapshotsTest {

  private final Snapshots snapshots = new Snapshots();

  private CompletableFuture<Void> taken(Connection connection) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            snapshots.take(connection);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Connection connect() throws Exception {
    return DriverManager.getConnection("jdbc:h2:mem:");
  }

  @Test
  void a_snapshot_waits_for_the_transactions_under_way() throws Exception {
    try (Connection connection = connect()) {
      snapshots.keepAway();
      CompletableFuture<Void> taken = taken(connection);
      assertThatThrownBy(() -> taken.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      snapshots.letBeTaken();
      taken.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_transaction_that_stands_still_keeps_nobody_from_committing() throws Exception {
    try (Connection connection = connect()) {
      snapshots.keepAway();
      taken(connection).get(20, TimeUnit.SECONDS);
      snapshots.letBeTaken();
    }
  }

  @Test
  void h2_does_not_write_its_file_by_itself(@TempDir Path folder) throws Exception {
    PersistenceSettings settings = PersistenceSettings.embedded(folder.resolve("shop"), 2);
    try (Connection connection = Database.connect(settings).getConnection();
        Statement statement = connection.createStatement();
        ResultSet delay =
            statement.executeQuery(
                "select setting_value from information_schema.settings"
                    + " where setting_name = 'WRITE_DELAY'")) {
      assertThat(delay.next()).isTrue();
      assertThat(delay.getInt(1)).isEqualTo(2_000_000_000);
    }
  }
}
