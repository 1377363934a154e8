package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hexwing.application.ordering.Product;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a database, and what is said when it cannot be opened. */
class PersistenceTest {

  private static final String SECRET = "s3cret-word";

  @TempDir private Path folder;

  private static void save(Persistence persistence, Order order) {
    persistence
        .unitOfWork()
        .execute(
            stores -> {
              stores.orders().save(order);
              return order;
            });
  }

  private static boolean isKept(Persistence persistence, Order order) {
    return persistence.unitOfWork().read(stores -> stores.orders().find(order.id()).isDefined());
  }

  private static void assertRefused(PersistenceSettings settings, String named) {
    CannotOpenStore refusal =
        catchThrowableOfType(CannotOpenStore.class, () -> Persistence.open(settings).close());
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage()).contains(named).doesNotContain(SECRET).hasLineCount(1);
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      assertThat(String.valueOf(cause.getMessage())).doesNotContain(SECRET);
    }
  }

  @Nested
  class An_embedded_database {

    @Test
    void keeps_what_was_committed_when_it_is_closed_and_opened_again() {
      PersistenceSettings settings = PersistenceSettings.embedded(folder.resolve("a/b/db"), 2);
      Order order = BrokenConnectionContracts.order();
      try (Persistence persistence = Persistence.open(settings)) {
        persistence.migrate();
        save(persistence, order);
      }
      try (Persistence persistence = Persistence.open(settings)) {
        persistence.migrate();
        assertThat(persistence.isReachable()).isTrue();
        assertThat(isKept(persistence, order)).isTrue();
      }
    }

    @Test
    void has_in_its_file_what_was_committed_as_soon_as_the_commit_returns() throws IOException {
      Order order = BrokenConnectionContracts.order();
      try (Persistence persistence =
          Persistence.open(PersistenceSettings.embedded(folder.resolve("db"), 2))) {
        persistence.migrate();
        save(persistence, order);
        Files.copy(folder.resolve("db.mv.db"), folder.resolve("rest.mv.db"));
      }
      try (Persistence rest =
          Persistence.open(PersistenceSettings.embedded(folder.resolve("rest"), 2))) {
        assertThat(isKept(rest, order)).isTrue();
      }
    }

    @Test
    void is_refused_where_no_file_can_be_made() throws IOException {
      Path file = Files.createFile(folder.resolve("file"));
      assertRefused(PersistenceSettings.embedded(file.resolve("db"), 2), "file");
    }

    @Test
    void is_refused_to_a_wrong_password() {
      String url = "jdbc:h2:file:" + folder.resolve("db");
      Persistence.open(new PersistenceSettings(url, "sa", "right", 2)).close();
      assertRefused(new PersistenceSettings(url, "sa", SECRET, 2), "as sa");
    }
  }

  @Nested
  class A_server {

    @Test
    void that_is_not_there_is_named_without_its_secrets() {
      assertRefused(
          new PersistenceSettings(
              "jdbc:postgresql://localhost:1/none?password=" + SECRET, "me", SECRET, 2),
          "jdbc:postgresql://localhost:1/none as me");
    }

    @Test
    void that_denies_the_login_or_lacks_the_database_is_named() {
      String url = TestPostgres.url();
      assertRefused(
          new PersistenceSettings(url.replace("/postgres?", "/nowhere?"), "", SECRET, 2),
          "nowhere");
    }

    @Test
    void is_migrated_twice_without_a_change() {
      try (TestDatabase database = TestPostgres.database("migrated");
          Persistence persistence = database.open()) {
        Order order = BrokenConnectionContracts.order();
        save(persistence, order);
        persistence.migrate();
        assertThat(isKept(persistence, order)).isTrue();
      }
    }
  }

  @Nested
  class Settings {

    @Test
    void of_another_database_or_no_connections_are_refused() {
      assertThatThrownBy(() -> new PersistenceSettings("jdbc:mysql://x", "", "", 2))
          .hasMessageContaining("jdbc:mysql://x");
      assertThatThrownBy(() -> new PersistenceSettings("jdbc:h2:mem:x", "", "", 0))
          .hasMessageContaining("0");
    }

    @Test
    void print_no_secret() {
      String url = "jdbc:postgresql://me:" + SECRET + "@host/db?password=" + SECRET;
      assertThat(new PersistenceSettings(url, "me", SECRET, 2).toString())
          .contains("host/db")
          .doesNotContain(SECRET);
    }
  }

  @Nested
  class The_catalogue {

    @Test
    void is_replaced_whole_however_many_products_there_are() {
      try (TestDatabase database = TestH2.inMemory();
          Persistence persistence = database.open()) {
        List<Product> many = IntStream.range(0, 1_234).mapToObj(this::product).toList();
        persistence.catalog().replaceAll(many);
        assertThat(persistence.catalog().all()).hasSize(1_234);
        persistence.catalog().replaceAll(many.subList(5, 7));
        assertThat(persistence.catalog().all()).hasSize(2);
      }
    }

    private Product product(int number) {
      return new Product(new Sku("P" + number), "Product", Money.ofMinor(1, "JPY"), 1);
    }
  }
}
