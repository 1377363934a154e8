package dev.hexwing.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.Beginning;
import dev.hexwing.application.events.ConsumerFeed;
import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.events.EffectOnce;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.testkit.Heard;
import dev.hexwing.application.testkit.InMemoryDeadLetters;
import dev.hexwing.application.testkit.InMemoryStore;
import dev.hexwing.application.work.BackgroundWorker;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.OutboxRelay;
import dev.hexwing.messaging.RelaySettings;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A consumer that is new to a shop on Kafka, whose topic holds some of what history holds. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class NewConsumerTest {

  private static final List<String> NAMES = List.of("A1", "B2", "C3");
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration SOON = Duration.ofMillis(20);
  private static final Beginning EVERYTHING = Beginning.OF_EVERYTHING.settlingFor(Duration.ZERO);

  private final KafkaSettings settings = TestKafka.shared().settings();
  private final InMemoryDeadLetters letters = new InMemoryDeadLetters(InstantSource.system());
  private final InMemoryStore store = InMemoryStore.onSystemClock();

  /** Has each event take effect once, and notes those that did. */
  private record Once(EffectOnce effect, Heard effects) implements EventConsumer {

    @Override
    public String name() {
      return effects.name();
    }

    @Override
    public boolean wants(DomainEvent event) {
      return true;
    }

    @Override
    public void on(DomainEvent event) {
      effect.of(name(), event.eventId(), stores -> event).forEach(effects::on);
    }
  }

  @Test
  void has_all_of_history_and_what_is_sent_meanwhile_and_after_once_and_in_order() {
    try (KafkaBroker broker = KafkaBroker.open(settings, letters);
        OutboxRelay relay = OutboxRelay.start(store, broker, RelaySettings.STANDARD)) {
      assertThat(relay).isNotNull();
      Heard former = Heard.all("test.former");
      broker.subscribe(former);
      NAMES.forEach(name -> Drones.happen(store, name, 10));
      former.await(30, PATIENCE);
    }
    Heard effects = Heard.all("test.newcomer");
    ConsumerFeed feed =
        new ConsumerFeed(
            new Once(new EffectOnce(store), effects), EVERYTHING, store, Option.none(), 4, SOON);
    try (KafkaBroker broker = KafkaBroker.open(settings, letters);
        OutboxRelay relay = OutboxRelay.start(store, broker, RelaySettings.STANDARD)) {
      assertThat(relay).isNotNull();
      broker.subscribe(feed.asSubscriber());
      NAMES.forEach(name -> Drones.happen(store, name, 5));
      try (BackgroundWorker worker = BackgroundWorker.start("test-feed", SOON, feed::runOnce)) {
        assertThat(worker).isNotNull();
        NAMES.forEach(name -> Drones.happen(store, name, 5));
        effects.await(60, PATIENCE);
        while (!isLive()) {
          Thread.onSpinWait();
        }
      }
      NAMES.forEach(name -> Drones.happen(store, name, 5));
      effects.await(75, PATIENCE);
    }
    assertThat(effects.taken()).hasSize(75);
    for (String name : NAMES) {
      assertThat(effects.versionsOf(name))
          .isEqualTo(LongStream.rangeClosed(1, 25).boxed().toList());
    }
    assertThat(letters.count()).isZero();
  }

  private boolean isLive() {
    return store
        .read(stores -> stores.consumerStarts().find("test.newcomer"))
        .exists(start -> start.state() == State.LIVE);
  }
}
