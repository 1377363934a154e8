package dev.hexwing.examples.benchmarks;

import dev.hexwing.persistence.Persistence;
import dev.hexwing.persistence.PersistenceSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL that the script started. */
final class BenchDatabase {

  static final int CONNECTIONS = 10;

  private static final int MOST_LOOKS = 500;

  private final String url;
  private final String user;

  private BenchDatabase(String url, String user) {
    this.url = url;
    this.user = user;
  }

  static BenchDatabase fromEnvironment() {
    String url = System.getenv("HEXWING_BENCHMARK_JDBC_URL");
    String user = System.getenv("HEXWING_BENCHMARK_JDBC_USER");
    if (url == null || user == null) {
      throw new IllegalStateException(
          "HEXWING_BENCHMARK_JDBC_URL and HEXWING_BENCHMARK_JDBC_USER must name a PostgreSQL;"
              + " examples/benchmarks/run starts one");
    }
    return new BenchDatabase(url, user);
  }

  String url() {
    return url;
  }

  String user() {
    return user;
  }

  /** Makes the tables. */
  void migrate() {
    try (Persistence persistence = open()) {
      persistence.migrate();
    }
  }

  /** Hexwing's adapters on it, with as many connections as the shop has. */
  Persistence open() {
    return Persistence.open(new PersistenceSettings(url, user, "", CONNECTIONS));
  }

  /** A plain connection of the driver, with the driver's own settings. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, "");
  }

  /** Plain connections that give up on a silent server. */
  DataSource source(String client, int silenceSeconds) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setApplicationName(client);
    source.setSocketTimeout(silenceSeconds);
    return source;
  }

  /** Writes everything to the disk and counts rows anew, so that a measurement starts calm. */
  void settle() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    }
  }

  /** Which server, and what a commit waits for. */
  String facts() throws SQLException {
    return "%s; fsync %s, synchronous_commit %s, full_page_writes %s, shared_buffers %s."
        .formatted(
            ask("select split_part(version(), ' on ', 1)"),
            ask("show fsync"),
            ask("show synchronous_commit"),
            ask("show full_page_writes"),
            ask("show shared_buffers"));
  }

  /** Waits until a client has so many connections: its pool opens them behind our back. */
  void awaitConnections(String client, int wanted) throws SQLException, InterruptedException {
    String count =
        "select count(*) from pg_stat_activity where application_name = '" + client + "'";
    for (int look = 0; Integer.parseInt(ask(count)) != wanted; look++) {
      if (look == MOST_LOOKS) {
        throw new IllegalStateException(ask(count) + " connections instead of " + wanted);
      }
      Thread.sleep(20);
    }
  }

  String ask(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return String.valueOf(answer.getString(1));
    }
  }
}
