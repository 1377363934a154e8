package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.work.BackgroundWorker;
import dev.hexwing.domain.ordering.Order;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;

/** Two nodes on one PostgreSQL: one commits and has no relay, the other relays. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OutboxHintsTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration OFTEN = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LONG_ENOUGH = Duration.ofMillis(700);
  private static final int ORDERS = 5;

  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestPostgres.database("hints");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Order place(Persistence node) {
    Order order = BrokenConnectionContracts.order();
    return node.unitOfWork()
        .execute(
            stores -> {
              stores.orders().save(order);
              return order;
            });
  }

  private static void awaitListening(Persistence node) throws InterruptedException {
    assertThat(node.hints().get().awaitListening(PATIENCE)).isTrue();
  }

  @Nested
  class With_hints {

    @Test
    void what_one_node_commits_the_other_relays_long_before_it_looks_by_itself() throws Exception {
      try (Persistence committing = Persistence.open(database.settings());
          Persistence relaying = Persistence.open(database.settings());
          Relay relay = new Relay(relaying, NEVER)) {
        awaitListening(committing);
        awaitListening(relaying);
        // The first may have been found by the look that follows the start.
        for (int i = 0; i < ORDERS; i++) {
          assertThat(relay.await(place(committing), PATIENCE)).isTrue();
        }
      }
    }

    @Test
    void a_lost_connection_is_made_again_and_what_was_missed_is_looked_for() throws Exception {
      try (TcpGate gate = database.gate();
          Persistence committing = Persistence.open(database.settings());
          Persistence relaying = Persistence.open(through(gate));
          Relay relay = new Relay(relaying, NEVER)) {
        awaitListening(committing);
        awaitListening(relaying);
        assertThat(relay.await(place(committing), PATIENCE)).isTrue();
        // A claim whose answer is cut off would hold what is missed for its lease.
        relay.awaitRestAfterAnEvent();
        gate.cut();
        Order missed = place(committing);
        gate.mend();
        assertThat(relay.await(missed, PATIENCE)).isTrue();
        assertThat(relay.await(place(committing), PATIENCE)).isTrue();
      }
    }

    @Test
    void what_is_committed_within_a_turn_is_told_in_one_hint() throws Exception {
      try (Persistence node = Persistence.open(database.settings());
          Connection other =
              DriverManager.getConnection(
                  database.settings().url(),
                  database.settings().user(),
                  database.settings().password());
          Statement statement = other.createStatement()) {
        statement.execute("listen hexwing_outbox");
        awaitListening(node);
        long began = System.nanoTime();
        int heard = 0;
        while (heard < 10) {
          node.hints().get().tell();
          heard += other.unwrap(PGConnection.class).getNotifications(1).length;
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began))
            .isGreaterThan(Duration.ofMillis(9 * 20 - 10));
      }
    }

    @Test
    void the_thread_ends_with_its_owner() throws Exception {
      long before = threads();
      try (Persistence node = Persistence.open(database.settings())) {
        awaitListening(node);
        assertThat(threads()).isEqualTo(before + 1);
      }
      assertThat(threads()).isEqualTo(before);
    }

    private PersistenceSettings through(TcpGate gate) {
      return new PersistenceSettings(
          database.settings().url().replaceFirst("//[^/]+", "//127.0.0.1:" + gate.port()),
          database.settings().user(),
          database.settings().password(),
          4);
    }
  }

  @Nested
  class Without_hints {

    @Test
    void a_node_finds_what_the_other_commits_when_it_looks_and_not_before() throws Exception {
      PersistenceSettings settings = database.settings().withoutHints();
      try (Persistence committing = Persistence.open(settings);
          Persistence relaying = Persistence.open(settings)) {
        assertThat(relaying.hints()).isEmpty();
        try (Relay relay = new Relay(relaying, NEVER)) {
          relay.awaitFirstLook();
          assertThat(relay.await(place(committing), LONG_ENOUGH)).isFalse();
        }
        try (Relay relay = new Relay(relaying, OFTEN)) {
          assertThat(relay.await(place(committing), PATIENCE)).isTrue();
        }
      }
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("hexwing-outbox-hints"))
        .count();
  }

  /** As a relay works: looks when it is woken, and by itself every so often. */
  private static final class Relay implements AutoCloseable {

    private final BlockingQueue<String> relayed = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> looks = new LinkedBlockingQueue<>();
    private final Persistence node;
    private final BackgroundWorker worker;

    Relay(Persistence node, Duration poll) {
      this.node = node;
      this.worker = BackgroundWorker.start("test-relay", poll, this::step);
      node.outboxQueue().onNewEvents(worker::wake);
    }

    private boolean step() {
      List<OutboxMessage> claimed;
      try {
        claimed = node.outboxQueue().claim(10, PATIENCE);
      } catch (StoreUnavailable e) {
        // A pooled connection that was cut; a relay would look again after its interval.
        return true;
      }
      node.outboxQueue().markSent(claimed);
      claimed.forEach(message -> relayed.add(message.event().aggregateId()));
      looks.add(claimed.size());
      return !claimed.isEmpty();
    }

    void awaitFirstLook() throws InterruptedException {
      nextLook();
    }

    void awaitRestAfterAnEvent() throws InterruptedException {
      int found = nextLook();
      while (found == 0) {
        found = nextLook();
      }
      while (found > 0) {
        found = nextLook();
      }
    }

    private int nextLook() throws InterruptedException {
      @Nullable Integer found = looks.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return Objects.requireNonNull(found, "no look in time");
    }

    boolean await(Order order, Duration patience) throws InterruptedException {
      long end = System.nanoTime() + patience.toNanos();
      while (System.nanoTime() < end) {
        @Nullable String next = relayed.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (order.id().toString().equals(next)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void close() {
      worker.close();
    }
  }
}
