package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.Beginning;
import dev.hexwing.application.events.ConsumerFeed;
import dev.hexwing.application.events.ConsumerStart;
import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.GuardedConsumer;
import dev.hexwing.application.events.PoisonPolicy;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Consumers that start from the beginning, on several nodes over the store of a test. */
abstract class StartedConsumers extends StoreContract {

  static final Duration LEASE = Duration.ofMinutes(1);
  static final int TRIES = 3;
  static final String NAME = "test.counted-lives";
  static final Beginning EVERYTHING = Beginning.OF_EVERYTHING.settlingFor(Duration.ZERO);

  /** What the consumer does first, per event; each test may set it. */
  volatile Consumer<DomainEvent> before = event -> {};

  /** One node: the consumer, as the broker sees it, and its feed. */
  final class Node {

    final CountedLives lives;
    final EventConsumer narrowed;
    final ConsumerFeed feed;
    final EventConsumer subscriber;

    Node(Beginning beginning, PoisonPolicy policy, int batch) {
      this.lives =
          new CountedLives(store().unitOfWork(), beginning, policy, event -> before.accept(event));
      this.narrowed = beginning.narrow(lives);
      this.feed =
          new ConsumerFeed(
              new GuardedConsumer(narrowed, store().deadLetters(), TRIES),
              beginning,
              store().unitOfWork(),
              Option.some(store().deadLetters()),
              batch,
              Duration.ZERO);
      this.subscriber = feed.asSubscriber();
    }

    /** Feeds until nothing is to do any more, though something may fail now and then. */
    void feed() {
      int idle = 0;
      for (int step = 0; step < 1_000; step++) {
        idle = feed.runOnce() ? 0 : idle + 1;
        if (idle == 2 * TRIES) {
          return;
        }
      }
      throw new AssertionError("a feed without end");
    }

    /** As a broker brings them. */
    void hear(List<DomainEvent> events) {
      events.stream().filter(subscriber::wants).forEach(subscriber::on);
    }

    void assertEffects(String name, long events) {
      assertThat(lives.effects(name)).as("effects of %s", name).isEqualTo(events);
      assertThat(lives.disorder()).isEmpty();
    }
  }

  Node node() {
    return node(EVERYTHING);
  }

  Node node(Beginning beginning) {
    return new Node(beginning, PoisonPolicy.PARK_KEY, 2);
  }

  void happen(String name, int times) {
    for (int i = 0; i < times; i++) {
      run(stores -> CountedLives.happen(stores, new DroneId(name)));
    }
  }

  void fileAll() {
    while (execute(stores -> stores.history().file(100)) > 0) {
      assertThat(outbox()).isNotNull();
    }
  }

  /** Sends and files everything, and no consumer is there. */
  void sendAndFile() {
    drainOutbox();
    fileAll();
  }

  ConsumerStart known() {
    return read(stores -> stores.consumerStarts().find(NAME)).get();
  }

  void assertState(State state) {
    assertThat(known().state()).isEqualTo(state);
  }
}
