package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows that several look up at once, on a real PostgreSQL whose connections the test hands out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedLookupTest {

  private static final int TRIPS = 2;
  private static final int TOWNS = 40;
  private static final int AS_MANY_AS_ASK = 1_000_000;
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Lookup<String> TOWN =
      new Lookup<>(
          "select greeting from towns where name = ?",
          row -> {
            String greeting = row.getString("greeting");
            if (greeting.isEmpty()) {
              throw new IllegalArgumentException("an empty greeting");
            }
            return greeting;
          });

  private TestDatabase database;
  private Turnstile pool;
  private SharedLookup<String> lookup;

  @BeforeAll
  void found() {
    database = TestPostgres.database("shared_lookup");
    database.sql(
        "create table towns (name varchar(20) primary key, greeting varchar(40) not null)",
        "insert into towns select 't' || n, 'hello from t' || n from generate_series(1, %d) n"
            .formatted(TOWNS),
        "insert into towns values ('mute', '')");
  }

  @AfterAll
  void raze() {
    database.close();
  }

  @BeforeEach
  void open() {
    pool = new Turnstile(database.settings());
    lookup = new SharedLookup<>(TOWN, pool, new PostgresDialect(), TRIPS, LONG);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void whoever_asks_alone_is_answered_at_once() throws Exception {
    pool.letThrough(2);
    assertThat(lookup.find("t7")).isEqualTo(Option.some("hello from t7"));
    assertThat(lookup.find("elsewhere")).isEmpty();
    assertThat(pool.tries()).isEqualTo(2);
  }

  @Test
  void each_is_told_of_its_own_row_however_many_ask_at_once() throws Exception {
    pool.letThrough(AS_MANY_AS_ASK);
    List<Future<?>> askers = new ArrayList<>();
    int asked = 300;
    for (int asker = 0; asker < 16; asker++) {
      int first = asker;
      askers.add(
          start(
              () -> {
                for (int i = 0; i < asked; i++) {
                  int town = 1 + (first * 7 + i) % (TOWNS + 5);
                  assertThat(lookup.find("t" + town))
                      .isEqualTo(Option.when(town <= TOWNS, "hello from t" + town));
                }
                return "all";
              }));
    }
    for (Future<?> asker : askers) {
      answer(asker);
    }
    assertThat(pool.tries()).isLessThan(16 * asked);
  }

  @Test
  void those_who_find_no_room_go_together() throws Exception {
    List<Future<?>> gone = fillTheRoom();
    List<Future<?>> left = ask("t1", "t2", "elsewhere", "t4", "t5");
    assertThat(pool.tries()).isEqualTo(TRIPS);
    pool.letThrough(AS_MANY_AS_ASK);
    assertThat(answer(gone.get(1))).isEqualTo(Option.some("hello from t11"));
    assertThat(answer(left.get(0))).isEqualTo(Option.some("hello from t1"));
    assertThat(answer(left.get(1))).isEqualTo(Option.some("hello from t2"));
    assertThat(answer(left.get(2))).isEqualTo(Option.none());
    assertThat(answer(left.get(3))).isEqualTo(Option.some("hello from t4"));
    assertThat(answer(left.get(4))).isEqualTo(Option.some("hello from t5"));
    assertThat(pool.tries()).as("four and one more").isEqualTo(TRIPS + 2);
  }

  @Test
  void who_waits_in_vain_goes_alone() throws Exception {
    lookup = new SharedLookup<>(TOWN, pool, new PostgresDialect(), TRIPS, Duration.ofMillis(1));
    List<Future<?>> gone = fillTheRoom();
    Future<?> impatient = start(() -> lookup.find("t3"));
    pool.awaitTries(TRIPS + 1);
    pool.letThrough(AS_MANY_AS_ASK);
    assertThat(answer(impatient)).isEqualTo(Option.some("hello from t3"));
    assertThat(answer(gone.get(0))).isEqualTo(Option.some("hello from t10"));
  }

  @Test
  void a_trip_that_fails_fails_for_all_aboard_and_for_nobody_after() throws Exception {
    fillTheRoom();
    List<Future<?>> left = ask("t1", "t2", "t3");
    pool.letThrough(TRIPS);
    pool.awaitTries(TRIPS + 1);
    pool.breakNext();
    for (Future<?> each : left) {
      assertThatThrownBy(() -> answer(each))
          .hasRootCauseInstanceOf(SQLTransientConnectionException.class);
    }
    pool.letThrough(AS_MANY_AS_ASK);
    assertThat(lookup.find("t4")).isEqualTo(Option.some("hello from t4"));
  }

  @Test
  void a_row_that_cannot_be_read_is_a_failure_for_its_asker_alone() throws Exception {
    fillTheRoom();
    List<Future<?>> left = ask("t1", "mute", "t3");
    pool.letThrough(AS_MANY_AS_ASK);
    assertThat(answer(left.get(0))).isEqualTo(Option.some("hello from t1"));
    assertThatThrownBy(() -> answer(left.get(1))).hasRootCauseMessage("an empty greeting");
    assertThat(answer(left.get(2))).isEqualTo(Option.some("hello from t3"));
  }

  @Test
  void one_who_is_interrupted_while_waiting_is_not_waited_for() throws Exception {
    fillTheRoom();
    List<Asker> left = ask("t1", "t2", "t3").stream().map(Asker.class::cast).toList();
    left.get(0).thread.interrupt();
    assertThatThrownBy(() -> answer(left.get(0)))
        .hasRootCauseInstanceOf(InterruptedException.class);
    pool.letThrough(AS_MANY_AS_ASK);
    assertThat(answer(left.get(1))).isEqualTo(Option.some("hello from t2"));
    assertThat(answer(left.get(2))).isEqualTo(Option.some("hello from t3"));
  }

  @Test
  void one_who_is_interrupted_while_leading_leaves_the_others_to_go_alone() throws Exception {
    fillTheRoom();
    List<Asker> left = ask("t1", "t2", "t3").stream().map(Asker.class::cast).toList();
    pool.letThrough(TRIPS);
    pool.awaitTries(TRIPS + 1);
    Asker leader = left.stream().filter(asker -> !isWaiting(asker)).findFirst().orElseThrow();
    leader.thread.interrupt();
    assertThatThrownBy(() -> answer(leader)).hasRootCauseInstanceOf(InterruptedException.class);
    pool.letThrough(AS_MANY_AS_ASK);
    for (Asker other : left) {
      if (other != leader) {
        assertThat(String.valueOf(answer(other))).contains("hello from t");
      }
    }
  }

  @Test
  void a_database_without_round_trips_is_asked_by_each_alone() throws Exception {
    lookup = new SharedLookup<>(TOWN, pool, new H2Dialect(), TRIPS, LONG);
    List<Future<?>> askers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      askers.add(start(() -> lookup.find("t1")));
    }
    pool.awaitTries(5);
    pool.letThrough(5);
    for (Future<?> asker : askers) {
      assertThat(answer(asker)).isEqualTo(Option.some("hello from t1"));
    }
  }

  /** As many as there is room for, who wait for their connections. */
  private List<Future<?>> fillTheRoom() {
    List<Future<?>> gone = new ArrayList<>();
    for (int i = 0; i < TRIPS; i++) {
      String town = "t1" + i;
      gone.add(start(() -> lookup.find(town)));
      pool.awaitTries(i + 1);
    }
    return gone;
  }

  /** One after the other, each of whom waits for room. */
  private List<Future<?>> ask(String... towns) {
    List<Future<?>> left = new ArrayList<>();
    for (String town : towns) {
      Asker asker = start(() -> lookup.find(town));
      left.add(asker);
      await(() -> isWaiting(asker));
    }
    return left;
  }

  private boolean isWaiting(Asker asker) {
    return LockSupport.getBlocker(asker.thread) == lookup;
  }

  private static Object answer(Future<?> asker) throws Exception {
    return asker.get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private static Asker start(Asking asking) {
    return new Asker(asking);
  }

  /** Each look is cheap, and the last one fails. */
  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @FunctionalInterface
  private interface Asking {
    Object ask() throws SQLException;
  }

  /** A thread of its own, so that others may look at it. */
  private static final class Asker extends FutureTask<Object> {

    private final Thread thread;

    Asker(Asking asking) {
      super(asking::ask);
      thread = Thread.ofPlatform().name("asker").daemon().start(this);
    }
  }

  /** Connections that are handed out when the test lets somebody through. */
  private static final class Turnstile extends HikariDataSource {

    private final Semaphore through = new Semaphore(0);
    private final AtomicInteger tries = new AtomicInteger();
    private volatile boolean broken;

    Turnstile(PersistenceSettings settings) {
      super(config(settings));
    }

    private static HikariConfig config(PersistenceSettings settings) {
      HikariConfig config = new HikariConfig();
      config.setDataSource(Database.connect(settings));
      config.setMaximumPoolSize(settings.connections());
      return config;
    }

    @Override
    public Connection getConnection() throws SQLException {
      tries.incrementAndGet();
      try {
        if (!through.tryAcquire(LONG.toSeconds(), TimeUnit.SECONDS)) {
          throw new SQLException("nobody was let through");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SQLException("interrupted", e);
      }
      if (broken) {
        broken = false;
        throw new SQLTransientConnectionException("away");
      }
      return super.getConnection();
    }

    void letThrough(int many) {
      through.release(many);
    }

    void breakNext() {
      broken = true;
      letThrough(1);
    }

    int tries() {
      return tries.get();
    }

    void awaitTries(int many) {
      await(() -> tries.get() >= many);
    }
  }
}
