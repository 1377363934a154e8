package dev.hexwing.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.hexwing.application.Ids;
import dev.hexwing.application.ShopFigures;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.store.UnitOfWork;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * A database as the application's store: PostgreSQL, or H2 embedded in the process.
 *
 * <pre>{@code
 * try (Persistence persistence = Persistence.open(settings)) {
 *   persistence.migrate();
 *   persistence.unitOfWork().execute(stores -> …);
 * }
 * }</pre>
 *
 * <p><b>What a commit promises.</b> On PostgreSQL what the server is set to; as delivered, that is
 * the disk. On H2 in a file: when {@link UnitOfWork#execute} returns, H2 has handed everything to
 * the operating system and has had it forced to the disk ({@code CHECKPOINT SYNC}; transactions
 * that commit at the same time share one flush), so that a power cut takes nothing that a customer
 * was told, as far as the disk keeps its own word. {@link UnitOfWork#read} returns when the same
 * holds for what it read. On H2 in memory: nothing.
 *
 * <p>Every wait is bounded: a database that is away or silent is reported within two seconds, and
 * used again without further ado when it is back. Safe for use by any number of threads.
 */
public final class Persistence implements AutoCloseable {

  private static final long PATIENCE_NANOS = 900_000_000L;

  private final PersistenceSettings settings;
  private final Dialect dialect;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final FinishedKeys finishedKeys;
  private final JdbcOutboxQueue outboxQueue;
  private final JdbcUnitOfWork unitOfWork;
  private final ProductCatalog catalog;
  private final JdbcFigures figures;
  private final JdbcDeadLetters deadLetters;
  private final Option<OutboxHints> hints;
  private final Option<KeptOpen> file;
  private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());

  private Persistence(
      PersistenceSettings settings,
      Dialect dialect,
      HikariDataSource pool,
      Option<KeptOpen> file,
      Option<DataSource> hintSource) {
    this.settings = settings;
    this.dialect = dialect;
    this.pool = pool;
    this.file = file;
    this.jdbi = Jdbi.create(pool).installPlugin(new HexwingPlugin());
    this.finishedKeys = new FinishedKeys(pool, dialect);
    this.outboxQueue = new JdbcOutboxQueue(pool, jdbi, dialect, finishedKeys);
    this.unitOfWork = new JdbcUnitOfWork(pool, jdbi, dialect, finishedKeys, this::tellOfNewEvents);
    this.catalog = new ProductCatalog(() -> transaction(true), () -> transaction(false));
    this.figures = new JdbcFigures(() -> transaction(true));
    this.deadLetters = new JdbcDeadLetters(() -> transaction(true), () -> transaction(false), ids);
    this.hints = hintSource.map(source -> OutboxHints.start(source, outboxQueue::tellOfNewEvents));
  }

  private void tellOfNewEvents() {
    outboxQueue.tellOfNewEvents();
    hints.forEach(OutboxHints::tell);
  }

  /**
   * Connects to the database.
   *
   * @throws CannotOpenStore if it cannot be reached or denies the login, in one line without the
   *     password
   */
  public static Persistence open(PersistenceSettings settings) {
    FoundFile.compact(settings.url());
    DataSource source = Database.connect(settings);
    Option<KeptOpen> file = Database.probe(source, settings);
    return new Persistence(
        settings,
        settings.isPostgres() ? new PostgresDialect() : new H2Dialect(),
        Database.pool(source, settings),
        file,
        Option.when(settings.isPostgres() && settings.hints(), source));
  }

  static Persistence open(PersistenceSettings settings, Dialect dialect, DataSource source) {
    Option<KeptOpen> file = Database.probe(source, settings);
    return new Persistence(settings, dialect, Database.pool(source, settings), file, Option.none());
  }

  /** Over a pool of somebody else's, without hints. */
  static Persistence over(HikariDataSource pool, PersistenceSettings settings, Dialect dialect) {
    return new Persistence(settings, dialect, pool, Option.none(), Option.none());
  }

  /**
   * Brings the tables up to this release; does nothing if they are.
   *
   * @throws CannotOpenStore if that fails
   */
  public void migrate() {
    Database.migrate(settings, dialect);
  }

  /** What other nodes are told with; none if the settings or the database are without. */
  Option<OutboxHints> hints() {
    return hints;
  }

  /** Transactions. */
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  /** What relays work through. */
  public OutboxQueue outboxQueue() {
    return outboxQueue;
  }

  /** Messages that were set aside for a person. */
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  /** The catalogue, and the way to fill it. */
  public ProductCatalog catalog() {
    return catalog;
  }

  /** The front page's figures. */
  public ShopFigures figures() {
    return figures;
  }

  /** New names. */
  public Ids ids() {
    return ids;
  }

  /** Whether the database answers right now; ends within two seconds. */
  public boolean isReachable() {
    long began = System.nanoTime();
    try (Connection connection = pool.getConnection()) {
      // A connection that took long to come was made or given back just now, so it lives.
      return System.nanoTime() - began > PATIENCE_NANOS || connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private JdbcTransaction transaction(boolean readOnly) {
    return new JdbcTransaction(pool, jdbi, dialect, finishedKeys, readOnly);
  }

  /** Gives every connection back; an embedded database is closed with the last. */
  @Override
  public void close() {
    hints.forEach(OutboxHints::close);
    pool.close();
    file.forEach(KeptOpen::close);
  }
}
