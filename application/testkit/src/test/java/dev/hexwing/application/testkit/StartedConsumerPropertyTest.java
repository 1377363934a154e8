package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.Beginning;
import dev.hexwing.application.events.ConsumerFeed;
import dev.hexwing.application.events.ConsumerStart;
import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.PoisonPolicy;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever happens while a consumer starts, each event has one effect, in its aggregate's order.
 */
class StartedConsumerPropertyTest {

  private static final Duration LEASE = Duration.ofMinutes(1);

  /** What may happen, one after the other. */
  enum Action {
    HAPPEN_TO_A,
    HAPPEN_TO_B,
    SEND,
    HEAR_AND_NOT_MARK,
    HEAR_TWICE,
    SEND_UNHEARD,
    FILE,
    START,
    STEP_OF_ONE,
    STEP_OF_THE_OTHER,
    ONE_DIES,
    LEASES_END,
    HAPPEN_AND_HEAR_WITHIN_THE_NEXT,
    FAIL_WITHIN_THE_NEXT,
    DIE_WITHIN_THE_NEXT,
    OTHER_STEPS_WITHIN_THE_NEXT
  }

  @Property(tries = 600)
  void each_event_has_one_effect_in_order(@ForAll @Size(min = 5, max = 60) List<Action> actions) {
    Play play = new Play();
    actions.forEach(play::act);
    Statistics.label("live before the end")
        .collect(play.isLive())
        .coverage(known -> known.check(true).percentage(share -> share > 3));
    Statistics.label("heard while it changed over")
        .collect(play.waited > 0)
        .coverage(known -> known.check(true).percentage(share -> share > 0.5));
    play.finish();
    assertThat(play.disorder()).isEmpty();
    assertThat(play.effects("A1")).isEqualTo(play.happened("A1"));
    assertThat(play.effects("B2")).isEqualTo(play.happened("B2"));
  }

  /** One shop on two nodes, and a consumer that comes to it at some time. */
  private static final class Play {

    private final MutableClock clock = MutableClock.standing();
    private final InMemoryStore store = new InMemoryStore(clock);
    private boolean started;
    private final Deque<Runnable> within = new ArrayDeque<>();
    private Node one = new Node();
    private final Node other = new Node();
    private int waited;

    private final class Node {
      private final Beginning beginning = Beginning.OF_EVERYTHING.settlingFor(Duration.ZERO);
      private final CountedLives lives =
          new CountedLives(store, beginning, PoisonPolicy.PARK_KEY, event -> Play.this.meanwhile());
      private final ConsumerFeed feed =
          new ConsumerFeed(lives, beginning, store, Option.none(), 2, Duration.ZERO);
      private final EventConsumer subscriber = feed.asSubscriber();

      void step() {
        try {
          feed.runOnce();
        } catch (AssertionError killed) {
          assertThat(killed).hasMessage("killed");
        }
      }
    }

    private void meanwhile() {
      Option.of(within.poll()).forEach(Runnable::run);
    }

    void act(Action action) {
      switch (action) {
        case HAPPEN_TO_A -> happen("A1");
        case HAPPEN_TO_B -> happen("B2");
        case SEND -> relay(true, started ? 1 : 0);
        case HEAR_AND_NOT_MARK -> relay(false, started ? 1 : 0);
        case HEAR_TWICE -> relay(true, started ? 2 : 0);
        case SEND_UNHEARD -> {
          if (!started) {
            relay(true, 0);
          }
        }
        case FILE -> store.execute(stores -> stores.history().file(2));
        case START -> started = true;
        case STEP_OF_ONE -> step(one);
        case STEP_OF_THE_OTHER -> step(other);
        case ONE_DIES -> one = new Node();
        case LEASES_END -> clock.advance(Duration.ofSeconds(31));
        case HAPPEN_AND_HEAR_WITHIN_THE_NEXT ->
            within.add(
                () -> {
                  happen("A1");
                  relay(true, 1);
                });
        case FAIL_WITHIN_THE_NEXT ->
            within.add(
                () -> {
                  throw new IllegalStateException("not now");
                });
        case DIE_WITHIN_THE_NEXT ->
            within.add(
                () -> {
                  one = new Node();
                  throw new AssertionError("killed");
                });
        case OTHER_STEPS_WITHIN_THE_NEXT ->
            within.add(
                () -> {
                  clock.advance(Duration.ofSeconds(31));
                  step(other);
                  step(other);
                });
      }
    }

    private void step(Node node) {
      if (started) {
        node.step();
      }
    }

    private void happen(String name) {
      store.execute(
          stores -> {
            CountedLives.happen(stores, new DroneId(name));
            return stores;
          });
    }

    private void relay(boolean marks, int times) {
      for (OutboxMessage message : store.claim(3, LEASE)) {
        boolean heard = true;
        for (int i = 0; i < times; i++) {
          heard &= isHeard(message.event());
        }
        if (heard && marks) {
          store.markSent(List.of(message));
        } else {
          store.retryLater(message, "not marked", Duration.ZERO);
        }
      }
    }

    private boolean isHeard(DomainEvent event) {
      if (!other.subscriber.wants(event)) {
        return true;
      }
      try {
        other.subscriber.on(event);
        return true;
      } catch (IllegalStateException later) {
        waited++;
        return false;
      } catch (AssertionError killed) {
        assertThat(killed).hasMessage("killed");
        return false;
      }
    }

    boolean isLive() {
      return known().exists(start -> start.state() == State.LIVE);
    }

    private Option<ConsumerStart> known() {
      return store.read(stores -> stores.consumerStarts().find("test.counted-lives"));
    }

    void finish() {
      within.clear();
      started = true;
      for (int i = 0; i < 300 && !(isLive() && store.backlog().waiting() == 0); i++) {
        clock.advance(Duration.ofSeconds(31));
        relay(true, 1);
        one.step();
        other.step();
      }
      assertThat(isLive()).isTrue();
      assertThat(store.backlog().waiting()).isZero();
    }

    long effects(String name) {
      return other.lives.effects(name);
    }

    long happened(String name) {
      return store.read(
          stores ->
              stores
                  .drones()
                  .find(new DroneId(name))
                  .map(drone -> drone.storedVersion().value())
                  .getOrElse(0L));
    }

    List<String> disorder() {
      return Option.of(other.lives.disorder())
          .filter(list -> !list.isEmpty())
          .getOrElse(one.lives.disorder());
    }
  }
}
