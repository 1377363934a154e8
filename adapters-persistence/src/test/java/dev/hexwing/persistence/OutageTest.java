package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hexwing.application.Principal;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.shared.IdempotencyKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL that goes away is reported in time, and used again when it is back. */
class OutageTest {

  private static final Duration IN_TIME = Duration.ofSeconds(2);
  private static final int AT_ONCE = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private TestDatabase database;
  private TcpGate gate;
  private Persistence persistence;

  @BeforeEach
  void open() {
    database = TestPostgres.database("outage");
    PGSimpleDataSource address = new PGSimpleDataSource();
    address.setURL(database.settings().url());
    String host = address.getServerNames()[0];
    int port = address.getPortNumbers()[0];
    gate = new TcpGate(host, port);
    PersistenceSettings settings = database.settings();
    persistence =
        Persistence.open(
            new PersistenceSettings(
                settings.url().replace("//" + host + ":" + port, "//127.0.0.1:" + gate.port()),
                settings.user(),
                settings.password(),
                4));
    save();
  }

  @AfterEach
  void close() {
    gate.mend();
    persistence.close();
    gate.close();
    database.close();
  }

  private Order save() {
    Order order = BrokenConnectionContracts.order();
    return persistence
        .unitOfWork()
        .execute(
            stores -> {
              stores.orders().save(order);
              return order;
            });
  }

  private boolean find(Order order) {
    return persistence.unitOfWork().read(stores -> stores.orders().find(order.id()).isDefined());
  }

  @Test
  void a_server_that_is_gone_is_reported_in_time_and_used_again() {
    assertOutageAndRecovery(TcpGate::cut);
  }

  @Test
  void a_server_that_falls_silent_is_reported_in_time_and_used_again() {
    assertOutageAndRecovery(TcpGate::fallSilent);
  }

  @Test
  void a_server_that_falls_silent_is_reported_in_time_to_all_who_look_keys_up_at_once()
      throws Exception {
    findKey();
    gate.fallSilent();
    List<Future<?>> askers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < AT_ONCE; i++) {
        askers.add(threads.submit(() -> assertUnavailableInTime(this::findKey)));
      }
    }
    for (Future<?> asker : askers) {
      asker.get();
    }
    gate.mend();
    awaitThat(persistence::isReachable);
    assertThat(findKey()).isFalse();
  }

  private boolean findKey() {
    return persistence
        .unitOfWork()
        .read(stores -> stores.keys().find(new Principal("anna"), new IdempotencyKey("k-1")))
        .isDefined();
  }

  private void assertOutageAndRecovery(Consumer<TcpGate> fault) {
    Order before = save();
    fault.accept(gate);
    assertUnavailableInTime(this::save);
    assertUnavailableInTime(() -> find(before));
    assertUnavailableInTime(this::save);
    long began = System.nanoTime();
    assertThat(persistence.isReachable()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IN_TIME);
    gate.mend();
    awaitThat(persistence::isReachable);
    Order after = save();
    assertThat(find(before)).isTrue();
    assertThat(find(after)).isTrue();
  }

  private static void assertUnavailableInTime(Runnable work) {
    long began = System.nanoTime();
    assertThat(catchThrowableOfType(StoreUnavailable.class, work::run)).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IN_TIME);
  }

  /** Each try is itself bounded, so that this ends. */
  static void awaitThat(Supplier<Boolean> condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.get()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
