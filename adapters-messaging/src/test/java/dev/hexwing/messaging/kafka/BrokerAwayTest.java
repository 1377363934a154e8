package dev.hexwing.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.testkit.Heard;
import dev.hexwing.application.testkit.InMemoryDeadLetters;
import dev.hexwing.application.testkit.InMemoryStore;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.OutboxRelay;
import dev.hexwing.messaging.RelaySettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The cluster goes away while things go on happening, and comes back. */
class BrokerAwayTest {

  private static final RelaySettings IMPATIENT =
      new RelaySettings(
          8,
          Duration.ofMillis(20),
          Duration.ofSeconds(30),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          1_000);
  private static final List<String> NAMES = List.of("A1", "B2", "C3");
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final TestKafka kafka = TestKafka.shared();
  private final InMemoryStore store = InMemoryStore.onSystemClock();

  private void assertNothingIsLost(Runnable goesAway, Runnable comesBack)
      throws InterruptedException {
    KafkaSettings settings =
        kafka
            .settings()
            .withTimes(Duration.ofSeconds(1), Duration.ofSeconds(5), kafka.settings().backoff());
    Heard heard = Heard.all("test.away");
    try (KafkaBroker broker =
            KafkaBroker.open(settings, new InMemoryDeadLetters(InstantSource.system()));
        OutboxRelay relay = OutboxRelay.start(store, broker, IMPATIENT)) {
      assertThat(relay).isNotNull();
      broker.subscribe(heard);
      NAMES.forEach(name -> Drones.happen(store, name, 3));
      heard.await(9, PATIENCE);
      boolean isBack = false;
      goesAway.run();
      try {
        NAMES.forEach(name -> Drones.happen(store, name, 4));
        assertThat(new CountDownLatch(1).await(2, TimeUnit.SECONDS)).isFalse();
        assertThat(store.backlog().waiting()).isBetween(3L, 12L);
        assertThat(store.backlog().parked()).isZero();
        isBack = true;
        comesBack.run();
      } finally {
        if (!isBack) {
          comesBack.run();
        }
      }
      NAMES.forEach(name -> Drones.happen(store, name, 2));
      heard.await(27, PATIENCE);
    }
    for (String name : NAMES) {
      assertThat(heard.versionsOf(name)).isEqualTo(LongStream.rangeClosed(1, 9).boxed().toList());
    }
    assertThat(heard.takenOnce()).extracting(DomainEvent::aggregateId).hasSize(27);
  }

  @Test
  void a_cluster_that_freezes_and_thaws_loses_nothing_and_changes_no_order()
      throws InterruptedException {
    assertNothingIsLost(kafka::freeze, kafka::thaw);
  }

  @Test
  void a_cluster_that_is_killed_and_started_again_loses_nothing_and_changes_no_order()
      throws InterruptedException {
    assertNothingIsLost(kafka::kill, kafka::restart);
  }
}
