package dev.hexwing.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.testkit.InMemoryStore;
import dev.hexwing.domain.delivery.BatteryLevel;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.PayloadCapacity;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class OutboxRelayTest {

  private static final RelaySettings QUICK =
      new RelaySettings(
          8,
          Duration.ofMillis(20),
          Duration.ofSeconds(30),
          Duration.ofMillis(5),
          Duration.ofMillis(20),
          4);
  private static final Occasion OCCASION =
      Occasion.of(Instant.parse("2026-01-01T12:00:00Z"), new CorrelationId("tap-1"));

  private final InMemoryStore store = InMemoryStore.onSystemClock();
  private final InProcessBroker broker = new InProcessBroker();

  private void happen(String droneName, int times) {
    DroneId droneId = new DroneId(droneName);
    store.execute(
        stores -> {
          Drone drone =
              stores
                  .drones()
                  .find(droneId)
                  .getOrElse(
                      () ->
                          Drone.register(
                              droneId,
                              new DroneModel("Heron 2"),
                              new PayloadCapacity(2000),
                              OCCASION));
          for (int i = 0; i < times; i++) {
            drone.clearMaintenance(OCCASION);
          }
          drone.reportBattery(new BatteryLevel(50), DispatchPolicy.STANDARD, OCCASION);
          stores.drones().save(drone);
          return droneId;
        });
  }

  private boolean empty() {
    OutboxQueue.Backlog backlog = store.backlog();
    return backlog.waiting() == 0;
  }

  @Test
  void every_committed_event_arrives_and_those_of_one_aggregate_in_order() {
    Recorder recorder = new Recorder("test.recorder", event -> {});
    broker.subscribe(recorder);
    for (int i = 0; i < 20; i++) {
      happen("A" + i, 10);
    }
    try (OutboxRelay relay = OutboxRelay.start(store, broker, QUICK)) {
      assertThat(relay).isNotNull();
      happen("A1", 5);
      Await.until(this::empty);
    }
    assertThat(recorder.taken()).hasSize(20 * 11 + 5);
    assertThat(recorder.versionsOf("A0")).isEqualTo(LongStream.rangeClosed(1, 11).boxed().toList());
  }

  @Test
  void what_happens_now_does_not_wait_until_a_long_backlog_has_gone() {
    int backlog = 3_000;
    AtomicInteger handled = new AtomicInteger();
    AtomicInteger handledBefore = new AtomicInteger(backlog);
    broker.subscribe(
        new Recorder(
            "test.recorder",
            event -> {
              if (handled.incrementAndGet() == 500) {
                happen("N1", 0);
              }
              if (event.aggregateId().equals("N1")) {
                handledBefore.set(handled.get());
              }
            }));
    for (int i = 0; i < backlog; i++) {
      happen("A" + i, 0);
    }
    try (OutboxRelay relay = OutboxRelay.start(store, broker, QUICK)) {
      assertThat(relay).isNotNull();
      Await.until(this::empty);
    }
    assertThat(handledBefore).hasValueLessThan(2_000);
  }

  @Test
  void an_event_that_fails_comes_again_and_what_follows_it_waits_while_others_flow() {
    AtomicInteger failures = new AtomicInteger(2);
    Recorder recorder =
        new Recorder(
            "test.recorder",
            event -> {
              if (event.eventId().value().equals("A1/1") && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
              }
            });
    broker.subscribe(recorder);
    happen("A1", 1);
    happen("B1", 1);
    try (OutboxRelay relay = OutboxRelay.start(store, broker, QUICK)) {
      assertThat(relay).isNotNull();
      Await.until(this::empty);
    }
    assertThat(recorder.versionsOf("A1")).containsExactly(1L, 2L);
    assertThat(recorder.versionsOf("B1")).containsExactly(1L, 2L);
  }

  @Test
  void an_event_that_never_succeeds_is_set_aside_and_holds_up_its_own_aggregate_only() {
    Recorder recorder =
        new Recorder(
            "test.recorder",
            event -> {
              if (event.eventId().value().equals("A1/1")) {
                throw new IllegalStateException("never");
              }
            });
    broker.subscribe(recorder);
    happen("A1", 1);
    happen("B1", 1);
    try (OutboxRelay relay = OutboxRelay.start(store, broker, QUICK)) {
      assertThat(relay).isNotNull();
      Await.until(() -> store.backlog().parked() == 1);
      Await.until(() -> recorder.versionsOf("B1").size() == 2);
    }
    assertThat(recorder.versionsOf("A1")).isEmpty();
  }

  @Test
  void an_event_that_waited_for_half_its_lease_is_left_to_whoever_claims_it_next() {
    Duration lease = Duration.ofSeconds(1);
    NotingQueue queue = new NotingQueue(store);
    CountDownLatch release = new CountDownLatch(1);
    List<Duration> ages = new CopyOnWriteArrayList<>();
    broker.subscribe(
        new Recorder(
            "test.recorder",
            event -> {
              if (event.aggregateId().equals("SLOW")) {
                awaitQuietly(release);
              } else {
                ages.add(queue.sinceFirstClaim(event.eventId()));
              }
            }));
    for (int i = 0; i < 40; i++) {
      happen("FAST" + i, 0);
    }
    try (OutboxRelay relay = OutboxRelay.start(queue, broker, oneAtOnce(lease))) {
      assertThat(relay).isNotNull();
      Await.until(this::empty);
      happen("SLOW", 0);
      Await.until(() -> queue.hasClaimed(new EventId("SLOW/1")));
      long begun = System.nanoTime();
      for (int i = 0; i < 5; i++) {
        happen("LATER" + i, 0);
      }
      Await.until(() -> System.nanoTime() - begun > lease.toNanos() * 7 / 10);
      release.countDown();
      Await.until(this::empty);
    }
    assertThat(ages)
        .hasSizeGreaterThan(40)
        .allMatch(age -> age.multipliedBy(2).compareTo(lease) < 0 || age.compareTo(lease) >= 0);
  }

  private static RelaySettings oneAtOnce(Duration lease) {
    return new RelaySettings(
        1, Duration.ofMillis(20), lease, Duration.ofMillis(5), Duration.ofMillis(20), 4);
  }

  @Test
  void a_slow_consumer_of_one_event_does_not_hold_up_the_others() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    Recorder recorder =
        new Recorder(
            "test.recorder",
            event -> {
              if (event.aggregateId().equals("A1")) {
                awaitQuietly(release);
              }
            });
    broker.subscribe(recorder);
    happen("A1", 0);
    try (OutboxRelay relay = OutboxRelay.start(store, broker, QUICK)) {
      assertThat(relay).isNotNull();
      happen("B1", 3);
      Await.until(() -> recorder.versionsOf("B1").size() == 4);
      assertThat(recorder.versionsOf("A1")).isEmpty();
      release.countDown();
      Await.until(this::empty);
    }
  }

  @Test
  void two_relays_share_one_outbox_and_keep_the_order() {
    Recorder recorder = new Recorder("test.recorder", event -> {});
    broker.subscribe(recorder);
    for (int i = 0; i < 10; i++) {
      happen("A" + i, 10);
    }
    try (OutboxRelay one = OutboxRelay.start(store, broker, QUICK);
        OutboxRelay two = OutboxRelay.start(store, broker, QUICK)) {
      assertThat(one).isNotSameAs(two);
      Await.until(this::empty);
    }
    for (int i = 0; i < 10; i++) {
      assertThat(recorder.versionsOf("A" + i))
          .isEqualTo(LongStream.rangeClosed(1, 11).boxed().toList());
    }
  }

  @Test
  void a_consumers_log_lines_carry_the_intent_of_the_event() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    broker.subscribe(
        new Recorder("test.logger", event -> seen.add(String.valueOf(MDC.get("correlationId")))));
    happen("A1", 0);
    try (OutboxRelay relay = OutboxRelay.start(store, broker, QUICK)) {
      assertThat(relay).isNotNull();
      Await.until(this::empty);
    }
    assertThat(seen).containsExactly("tap-1");
  }

  @Test
  void the_relays_own_lines_about_an_event_carry_its_intent() {
    Logger relaysLog = (Logger) LoggerFactory.getLogger(OutboxRelay.class);
    List<String> intents = new CopyOnWriteArrayList<>();
    // By the thread that logs: what belongs to it is gone afterwards.
    AppenderBase<ILoggingEvent> lines =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent line) {
            intents.add(String.valueOf(line.getMDCPropertyMap().get("correlationId")));
          }
        };
    lines.start();
    Level usual = relaysLog.getLevel();
    relaysLog.setLevel(Level.WARN);
    relaysLog.addAppender(lines);
    AtomicInteger tries = new AtomicInteger();
    broker.subscribe(
        new Recorder(
            "test.once-broken",
            event -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("broken");
              }
            }));
    happen("A1", 0);
    try (OutboxRelay relay = OutboxRelay.start(store, broker, QUICK)) {
      assertThat(relay).isNotNull();
      Await.until(this::empty);
    } finally {
      relaysLog.detachAppender(lines);
      relaysLog.setLevel(usual);
    }
    assertThat(intents).containsExactly("tap-1");
  }

  @Test
  void closing_lets_what_is_under_way_end_and_publishes_nothing_after() {
    Recorder recorder = new Recorder("test.recorder", event -> {});
    broker.subscribe(recorder);
    OutboxRelay relay = OutboxRelay.start(store, broker, QUICK);
    happen("A1", 0);
    Await.until(this::empty);
    relay.close();
    happen("A1", 3);
    assertThat(recorder.taken()).extracting(DomainEvent::aggregateId).containsExactly("A1");
    assertThat(store.backlog().waiting()).isEqualTo(3);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("never released");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
