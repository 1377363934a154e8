package dev.hexwing.examples.droneshop.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.Beginning;
import dev.hexwing.application.events.ConsumerFeed;
import dev.hexwing.application.events.ConsumerStart;
import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.work.BackgroundWorker;
import dev.hexwing.messaging.InProcessBroker;
import dev.hexwing.messaging.OutboxRelay;
import dev.hexwing.persistence.Persistence;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A consumer that comes to a shop with a history, over real relays and a real PostgreSQL. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class NewConsumerTest {

  private static final List<String> DRONES = List.of("A47", "B1", "C9", "D2");

  private final Shelf shelf = Shelf.open(Databases.fresh());

  @AfterEach
  void close() {
    shelf.close();
  }

  /** A node with a relay, and with the consumer if it is of the newer release. */
  private static final class Node implements AutoCloseable {

    private final Persistence persistence;
    private final InProcessBroker broker = new InProcessBroker();
    private final Tally tally;
    private final ConsumerFeed feed;
    private Option<BackgroundWorker> worker = Option.none();
    private Option<OutboxRelay> relay = Option.none();

    Node(Shelf shelf) {
      this.persistence = Persistence.open(shelf.settings());
      this.tally = Tally.of(persistence.unitOfWork());
      this.feed = FeedNode.feed(tally, persistence);
    }

    Node withConsumer() {
      broker.subscribe(feed.asSubscriber());
      worker =
          Option.some(BackgroundWorker.start("test-feed", Duration.ofMillis(20), feed::runOnce));
      return this;
    }

    Node relaying() {
      relay =
          Option.some(
              OutboxRelay.start(
                  persistence.outboxQueue(), broker, Shelf.relay(8, Duration.ofSeconds(30))));
      return this;
    }

    @Override
    public void close() {
      worker.forEach(BackgroundWorker::close);
      relay.forEach(OutboxRelay::close);
      persistence.close();
    }
  }

  private void awaitAllSent() {
    Await.until(
        "everything is sent", () -> shelf.persistence().outboxQueue().backlog().waiting() == 0);
  }

  private void awaitLive() {
    Await.until(
        "the consumer is live",
        () ->
            shelf
                .unitOfWork()
                .read(stores -> stores.consumerStarts().find("test.tally"))
                .map(ConsumerStart::state)
                .contains(State.LIVE));
  }

  private static void forEachDrone(Consumer<String> what) {
    DRONES.forEach(what);
  }

  @Test
  void gets_all_history_and_all_that_happens_meanwhile_on_two_nodes_once_and_in_order() {
    try (Node former = new Node(shelf).relaying()) {
      forEachDrone(drone -> shelf.happen(drone, 30));
      awaitAllSent();
      assertThat(former.tally.delivered()).isEmpty();
    }
    try (Node one = new Node(shelf).withConsumer().relaying();
        Node other = new Node(shelf).withConsumer().relaying()) {
      for (int i = 0; i < 20; i++) {
        forEachDrone(drone -> shelf.happen(drone, 1));
      }
      awaitLive();
      forEachDrone(drone -> shelf.happen(drone, 2));
      forEachDrone(drone -> Await.until(drone + " is counted", () -> shelf.effects(drone) == 52));
      awaitAllSent();
      assertThat(one.tally.delivered().size() + other.tally.delivered().size())
          .isGreaterThanOrEqualTo(52 * DRONES.size());
    }
    forEachDrone(drone -> assertThat(shelf.effects(drone)).isEqualTo(52));
    assertThat(shelf.persistence().deadLetters().count()).isZero();
  }

  @Test
  void goes_on_where_it_was_after_its_node_was_killed_between_an_effect_and_its_note()
      throws Exception {
    try (Node former = new Node(shelf).relaying()) {
      assertThat(former.relay).isNotEmpty();
      forEachDrone(drone -> shelf.happen(drone, 30));
      awaitAllSent();
    }
    try (OtherNode killed = OtherNode.start(FeedNode.class, shelf.settings().url(), "B1/17")) {
      killed.await("holds B1/17");
      killed.kill();
    }
    assertThat(shelf.effects("B1")).isEqualTo(17);
    shelf.endLeaseOf("test.tally");
    try (Node other = new Node(shelf).withConsumer().relaying()) {
      awaitLive();
      assertThat(other.tally.delivered()).contains("B1/17").doesNotContain("A47/1");
    }
    forEachDrone(drone -> assertThat(shelf.effects(drone)).isEqualTo(30));
    assertThat(shelf.persistence().deadLetters().count()).isZero();
  }

  @Test
  void misses_nothing_that_a_node_of_the_release_before_publishes_while_it_settles() {
    forEachDrone(drone -> shelf.happen(drone, 5));
    try (Node former = new Node(shelf).relaying();
        Node newer = new Node(shelf)) {
      Beginning settling = Beginning.OF_EVERYTHING;
      ConsumerFeed feed =
          new ConsumerFeed(
              settling.narrow(newer.tally),
              settling,
              newer.persistence.unitOfWork(),
              Option.none(),
              20,
              Duration.ofMillis(10));
      assertThat(former.relay).isNotEmpty();
      try (BackgroundWorker worker =
          BackgroundWorker.start("test-feed", Duration.ofMillis(20), feed::runOnce)) {
        assertThat(worker).isNotNull();
        forEachDrone(drone -> shelf.happen(drone, 5));
        forEachDrone(drone -> Await.until(drone + " is counted", () -> shelf.effects(drone) == 10));
      }
    }
  }
}
