package dev.hexwing.examples.droneshop.relay;

import dev.hexwing.persistence.PersistenceSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL, started by whoever needs it first; it ends with the tests. */
final class Databases {

  private static final AtomicInteger MADE = new AtomicInteger();

  private Databases() {}

  private static final class Shared {

    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A database of a test's own. */
  static PersistenceSettings fresh() {
    String name = "relay_" + MADE.incrementAndGet();
    try (Connection connection = Shared.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return at(Shared.SERVER, name);
  }

  static PersistenceSettings at(EmbeddedPostgres server, String name) {
    return new PersistenceSettings(server.getJdbcUrl("postgres", name), "", "", 6);
  }
}
