package dev.hexwing.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.hexwing.application.ShopFigures;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.ordering.Catalog;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.testkit.StoreFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a test class's own, migrated once and emptied for each test.
 *
 * <p>Its clock is the database's, moved ahead by what a table of the test says.
 */
final class TestDatabase implements AutoCloseable {

  private static final List<String> TABLES =
      List.of(
          "orders",
          "payment_events",
          "open_payments",
          "drones",
          "deliveries",
          "idempotency_keys",
          "outbox",
          "inbox",
          "dead_letters",
          "journeys",
          "journey_flights",
          "confirmations_seen",
          "event_history",
          "consumer_starts",
          "products");

  private final PersistenceSettings settings;
  private final DataSource source;
  private final HikariDataSource pool;
  private final Runnable dispose;

  private TestDatabase(PersistenceSettings settings, Runnable dispose) {
    this.settings = settings;
    this.source = Database.connect(settings);
    this.pool = Database.pool(source, settings);
    this.dispose = dispose;
    try (Persistence persistence = open()) {
      persistence.migrate();
    }
    sql("create table test_clock (shift bigint not null)", "insert into test_clock values (0)");
  }

  static TestDatabase at(PersistenceSettings settings, Runnable dispose) {
    return new TestDatabase(settings, dispose);
  }

  PersistenceSettings settings() {
    return settings;
  }

  Persistence open() {
    return open(UnaryOperator.identity());
  }

  /** Opens the store with something between it and the database. */
  Persistence open(UnaryOperator<DataSource> between) {
    return Persistence.open(settings, dialect(), between.apply(source));
  }

  /** Opens the store with one connection at a time, through a gate before its server. */
  Persistence openThrough(TcpGate gate, UnaryOperator<DataSource> between) {
    PersistenceSettings through =
        new PersistenceSettings(
            settings.url().replaceFirst("//[^/]+", "//127.0.0.1:" + gate.port()),
            settings.user(),
            settings.password(),
            1);
    return Persistence.open(through, dialect(), between.apply(Database.connect(through)));
  }

  /** A gate before the server. */
  TcpGate gate() {
    PGSimpleDataSource address = new PGSimpleDataSource();
    address.setURL(settings.url());
    return new TcpGate(address.getServerNames()[0], address.getPortNumbers()[0]);
  }

  /** Moves the database's clock ahead. */
  void advance(Duration time) {
    sql("update test_clock set shift = shift + " + Durations.toMicros(time));
  }

  private Dialect dialect() {
    return settings.isPostgres()
        ? new PostgresDialect(
            "(clock_timestamp() + (select shift from test_clock) * interval '1 microsecond')")
        : new H2Dialect("dateadd(microsecond, (select shift from test_clock), hexwing_now())");
  }

  /** A store over this database, emptied; its connections are the test class's, its caches new. */
  StoreFixture emptied() {
    sql(
        "delete from "
            + String.join("; delete from ", TABLES)
            + "; update test_clock set shift = 0"
            + "; delete from journey_generations where generation > 1"
            + "; merge into journey_generations using (select 1 as one) x on generation = x.one"
            + " when matched then update set state = 'SERVING'"
            + " when not matched then insert (generation, state, done, total, held_until, begun_at)"
            + " values (1, 'SERVING', 0, 0, current_timestamp, current_timestamp)"
            + "; update event_history_extent set last_place = 0, whole = true");
    return new Fixture(overPool());
  }

  /** A store with caches of its own, on the test class's connections. */
  Persistence overPool() {
    return Persistence.over(pool, settings, dialect());
  }

  void sql(String... statements) {
    try (Connection connection = patient();
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A test that is being set up waits for a busy server, as nobody should who serves a customer.
   */
  private Connection patient() throws SQLException {
    return settings.isPostgres()
        ? DriverManager.getConnection(settings.url())
        : source.getConnection();
  }

  @Override
  public void close() {
    pool.close();
    dispose.run();
  }

  private final class Fixture implements StoreFixture {

    private final Persistence persistence;

    Fixture(Persistence persistence) {
      this.persistence = persistence;
    }

    @Override
    public UnitOfWork unitOfWork() {
      return persistence.unitOfWork();
    }

    @Override
    public OutboxQueue outboxQueue() {
      return persistence.outboxQueue();
    }

    @Override
    public DeadLetters deadLetters() {
      return persistence.deadLetters();
    }

    @Override
    public Catalog catalog() {
      return persistence.catalog();
    }

    @Override
    public ShopFigures figures() {
      return persistence.figures();
    }

    @Override
    public void stock(List<Product> products) {
      persistence.catalog().replaceAll(products);
    }

    @Override
    public void advance(Duration time) {
      TestDatabase.this.advance(time);
    }

    @Override
    public void close() {}
  }
}
