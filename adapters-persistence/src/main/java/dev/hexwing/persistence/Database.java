package dev.hexwing.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections, each wait bounded so that a request hears of a dead database within two seconds. */
final class Database {

  private static final Duration WAIT_FOR_CONNECTION = Duration.ofMillis(1_200);
  private static final Duration VALIDATION = Duration.ofMillis(300);
  private static final int PATIENCE_SECONDS = 10;

  /**
   * Shorter than the silence that is borne, so that the server, which knows, answers first. Nothing
   * here reads so many rows that translating a query into machine code would pay: it takes longer
   * than any of them, and is begun on a guess. And nothing is to read a whole table that an index
   * spares: a plan that is made while a table is next to empty, as the outbox mostly is, is kept
   * when it fills.
   */
  private static final String POSTGRES_LIMITS =
      """
      set jit = off;
      set enable_seqscan = off;
      set statement_timeout = '1300ms';
      set lock_timeout = '1000ms';
      set idle_in_transaction_session_timeout = '30s'
      """;

  private static final String H2_OPTIONS =
      ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=1000;WRITE_DELAY=2000000000";

  /**
   * H2 writes to its file when it is told to, and not by time (see {@link Snapshots}); it appends,
   * and moves nothing by itself when it is closed (see {@link Compaction}).
   */
  private static final String H2_FILE_OPTIONS = ";REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0";

  private Database() {}

  static DataSource connect(PersistenceSettings settings) {
    if (settings.isPostgres()) {
      return configured(new ImpatientPostgres(), settings);
    }
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(settings.url() + H2_OPTIONS + (isFile(settings) ? H2_FILE_OPTIONS : ""));
    source.setUser(settings.user());
    source.setPassword(settings.password());
    return source;
  }

  private static boolean isFile(PersistenceSettings settings) {
    return !settings.isPostgres() && !settings.url().startsWith("jdbc:h2:mem:");
  }

  private static PGSimpleDataSource configured(
      PGSimpleDataSource source, PersistenceSettings settings) {
    source.setURL(settings.url());
    if (!settings.user().isEmpty()) {
      source.setUser(settings.user());
      source.setPassword(settings.password());
    }
    source.setConnectTimeout(1);
    source.setLoginTimeout(1);
    source.setTcpKeepAlive(true);
    source.setApplicationName("hexwing");
    return source;
  }

  /**
   * Who migrates is at its start, where a server that is slow to let anybody in is worth the wait.
   */
  private static DataSource patient(PersistenceSettings settings) {
    PGSimpleDataSource source = configured(new PGSimpleDataSource(), settings);
    source.setConnectTimeout(PATIENCE_SECONDS);
    source.setLoginTimeout(PATIENCE_SECONDS);
    return source;
  }

  static HikariDataSource pool(DataSource source, PersistenceSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("hexwing-store");
    config.setDataSource(source);
    config.setMaximumPoolSize(settings.connections());
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    config.setValidationTimeout(VALIDATION.toMillis());
    config.setInitializationFailTimeout(-1);
    if (settings.isPostgres()) {
      config.setConnectionInitSql(POSTGRES_LIMITS);
    }
    return new HikariDataSource(config);
  }

  /** Brings the tables up to this release; on connections of its own, for it may take its time. */
  static void migrate(PersistenceSettings settings, Dialect dialect) {
    DataSource source = settings.isPostgres() ? patient(settings) : connect(settings);
    try {
      Flyway.configure()
          .dataSource(source)
          .locations(
              "classpath:db/migration/common", "classpath:db/migration/" + dialect.migrations())
          .load()
          .migrate();
      try (Connection connection = source.getConnection()) {
        dialect.settle(connection);
      }
    } catch (FlywayException | SQLException e) {
      throw new CannotOpenStore(
          "cannot bring the tables of " + settings.place() + " up to date: " + firstLine(e), e);
    }
  }

  /**
   * Proves that the database can be used, or says in one line why not.
   *
   * @return what keeps an embedded database's file open
   */
  static Option<KeptOpen> probe(DataSource source, PersistenceSettings settings) {
    try (Connection connection = source.getConnection()) {
      if (!connection.isValid(1)) {
        throw new SQLException("it does not answer");
      }
      return isFile(settings) ? Option.some(KeptOpen.open(source)) : Option.none();
    } catch (SQLException e) {
      throw new CannotOpenStore(
          "cannot open the database "
              + settings.place()
              + " as "
              + settings.user()
              + ": "
              + firstLine(e),
          e);
    }
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("");
  }
}
