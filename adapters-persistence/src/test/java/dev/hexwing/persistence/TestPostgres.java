package dev.hexwing.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL: the one that HEXWING_TEST_JDBC_URL names, or one that is started once for the
 * tests and ends with them.
 */
final class TestPostgres {

  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private TestPostgres() {}

  /** Started by whoever needs it first. */
  private static final class Server {

    static final String URL = url();

    private static String url() {
      String given = System.getenv("HEXWING_TEST_JDBC_URL");
      if (given != null && !given.isBlank()) {
        return given;
      }
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
        return server.getJdbcUrl("postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static String url() {
    return Server.URL;
  }

  /** A database of a test class's own: a schema, dropped when it is closed. */
  static TestDatabase database(String name) {
    String schema =
        "t_%s_%d_%d"
            .formatted(
                name.toLowerCase(Locale.ROOT),
                ProcessHandle.current().pid(),
                SCHEMAS.incrementAndGet());
    sql("create schema " + schema);
    String separator = url().contains("?") ? "&" : "?";
    return TestDatabase.at(
        new PersistenceSettings(url() + separator + "currentSchema=" + schema, "", "", 10),
        () -> sql("drop schema " + schema + " cascade"));
  }

  private static void sql(String text) {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
