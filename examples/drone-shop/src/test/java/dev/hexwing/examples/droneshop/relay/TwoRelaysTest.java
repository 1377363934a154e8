package dev.hexwing.examples.droneshop.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.messaging.OutboxRelay;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes empty one outbox; one of them dies, freezes, or has a clock of its own. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TwoRelaysTest {

  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Shelf shelf = Shelf.open(Databases.fresh());

  @AfterEach
  void close() {
    shelf.close();
  }

  private OutboxRelay relay(int atOnce, Duration lease, Tally tally) {
    return OutboxRelay.start(
        shelf.persistence().outboxQueue(), ScriptedBroker.sound(tally), Shelf.relay(atOnce, lease));
  }

  @Nested
  class A_node_that_is_killed_between_sending_and_marking {

    @Test
    void has_its_event_sent_again_after_its_lease_and_there_is_one_effect() throws Exception {
      shelf.happen("A47", 3);
      long began = System.nanoTime();
      try (OtherNode node = OtherNode.start(shelf, SHORT, "A47/1", RelayNode.Place.AFTER_EFFECT)) {
        node.await("holds A47/1");
        node.kill();
      }
      assertThat(shelf.effects("A47")).isEqualTo(1);
      Tally tally = Tally.of(shelf.unitOfWork());
      try (OutboxRelay relay = relay(8, LONG, tally)) {
        assertThat(relay).isNotNull();
        Await.until("sent again", () -> tally.delivered().contains("A47/1"));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(SHORT);
        shelf.awaitSent("A47", 3);
      }
      assertThat(tally.delivered("A47")).containsExactly("A47/1", "A47/2", "A47/3");
      assertThat(shelf.effects("A47")).isEqualTo(3);
    }
  }

  @Nested
  class A_node_that_freezes_past_its_lease {

    @Test
    void marks_nothing_when_it_thaws_while_the_other_is_at_its_event() throws Exception {
      shelf.happen("A47", 3);
      Hold hold = new Hold("A47/1");
      Tally tally = new Tally(shelf.unitOfWork(), hold, event -> {});
      try (OtherNode node = OtherNode.start(shelf, SHORT, "A47/1", RelayNode.Place.BEFORE_EFFECT)) {
        node.await("holds A47/1");
        node.freeze();
        // With room for one event, which it holds, it leaves the rest to the other node.
        try (OutboxRelay relay = relay(1, LONG, tally)) {
          assertThat(relay).isNotNull();
          hold.awaitReached();
          node.thaw();
          node.letGo();
          node.await("took A47/1");
          // The second is claimed after the first was marked, so by then all marks were made.
          shelf.happen("B1", 2);
          node.await("took B1/2");
          assertThat(shelf.sent("A47")).isZero();
          assertThat(shelf.effects("A47")).isEqualTo(1);
          hold.letGo();
          shelf.awaitSent("A47", 3);
        }
      }
      assertThat(tally.delivered("A47")).startsWith("A47/1");
      assertThat(shelf.effects("A47")).isEqualTo(3);
      assertThat(shelf.effects("B1")).isEqualTo(2);
    }

    @Test
    void changes_nothing_when_it_thaws_after_the_other_has_gone_on() throws Exception {
      shelf.happen("A47", 3);
      Tally tally = Tally.of(shelf.unitOfWork());
      try (OtherNode node = OtherNode.start(shelf, SHORT, "A47/1", RelayNode.Place.BEFORE_EFFECT)) {
        node.await("holds A47/1");
        node.freeze();
        try (OutboxRelay relay = relay(8, LONG, tally)) {
          assertThat(relay).isNotNull();
          shelf.awaitSent("A47", 3);
        }
        assertThat(tally.delivered("A47")).containsExactly("A47/1", "A47/2", "A47/3");
        node.thaw();
        node.letGo();
        node.await("took A47/1");
        shelf.happen("A47", 2);
        node.await("took A47/4");
        node.await("took A47/5");
        shelf.awaitSent("A47", 5);
      }
      assertThat(shelf.effects("A47")).isEqualTo(5);
    }
  }

  @Nested
  class Nodes_whose_clocks_are_an_hour_apart {

    private static final int EVENTS = 6;

    @Test
    void send_everything_once_in_order_and_leave_each_other_their_leases() {
      Instant now = Instant.now();
      Hold hold = new Hold("B1/1");
      Tally one = new Tally(shelf.unitOfWork(), hold, event -> {});
      Tally two = Tally.of(shelf.unitOfWork());
      shelf.happenAt("B1", now.plus(Duration.ofMinutes(30)));
      try (Shelf other = Shelf.open(shelf.settings());
          OutboxRelay first = relay(8, LONG, one)) {
        assertThat(first).isNotNull();
        hold.awaitReached();
        try (OutboxRelay second =
            OutboxRelay.start(
                other.persistence().outboxQueue(),
                ScriptedBroker.sound(two),
                Shelf.relay(8, LONG))) {
          assertThat(second).isNotNull();
          for (int i = 0; i < EVENTS / 2; i++) {
            shelf.happenAt("A47", now.plus(Duration.ofMinutes(30)));
            other.happenAt("A47", now.minus(Duration.ofMinutes(30)));
          }
          shelf.awaitSent("A47", EVENTS);
          hold.letGo();
          shelf.awaitSent("B1", 1);
        }
      }
      assertThat(shelf.effects("A47")).isEqualTo(EVENTS);
      assertThat(one.delivered("A47").size() + two.delivered("A47").size()).isEqualTo(EVENTS);
      assertThat(one.delivered("B1")).containsExactly("B1/1");
      assertThat(two.delivered("B1")).isEmpty();
    }
  }
}
