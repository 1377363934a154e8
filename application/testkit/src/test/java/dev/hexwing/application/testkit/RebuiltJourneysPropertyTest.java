package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.journey.JourneyRebuild.State;
import dev.hexwing.application.journey.JourneyRebuilder;
import dev.hexwing.application.journey.JourneySummary;
import dev.hexwing.application.journey.RebuildJourneys;
import dev.hexwing.application.journey.TrackJourneys;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Whatever happens while journeys are rebuilt, they come out as the events have it. */
class RebuiltJourneysPropertyTest {

  private static final Duration LEASE = Duration.ofMinutes(1);

  /** What may happen, one after the other. */
  enum Action {
    PAY,
    PAY_AGAIN,
    DELIVER,
    SEND,
    HEAR_AND_NOT_MARK,
    HEAR_TWICE,
    FILE,
    SEE,
    REBUILD,
    STEP,
    DIE
  }

  @Property(tries = 400)
  void rebuilt_journeys_are_those_of_all_events(
      @ForAll @Size(min = 5, max = 60) List<Action> actions) {
    Play play = new Play();
    actions.forEach(play::act);
    play.finish();
    Statistics.label("rebuilds that were swapped in").collect(Math.min(play.swapped, 3));
    assertThat(play.shown()).isEqualTo(play.expected());
  }

  /** One shop, and beside it a store that hears of each event once, in the order of commits. */
  private static final class Play {

    private final MutableClock clock = MutableClock.standing();
    private final InMemoryStore store = new InMemoryStore(clock);
    private final InMemoryStore oracle = new InMemoryStore(clock);
    private final Given given = new Given(new SequentialIds());
    private final List<OrderId> orders = new ArrayList<>();
    private JourneyRebuilder node = node();
    private int intents;
    private int swapped;

    private JourneyRebuilder node() {
      return new JourneyRebuilder(store, 2, () -> {});
    }

    void act(Action action) {
      switch (action) {
        case PAY -> pay("intent-" + ++intents);
        case PAY_AGAIN -> pay("intent-" + Math.max(1, intents));
        case DELIVER -> deliver();
        case SEND -> relay(true, 1);
        case HEAR_AND_NOT_MARK -> relay(false, 1);
        case HEAR_TWICE -> relay(true, 2);
        case FILE -> store.execute(stores -> stores.history().file(2));
        case SEE -> see();
        case REBUILD -> node.begin(new RebuildJourneys.Command(false));
        case STEP -> step();
        case DIE -> {
          node = node();
          clock.advance(LEASE);
        }
      }
    }

    private void pay(String intent) {
      Payment payment = given.confirmedPayment(intent);
      orders.add(payment.orderId());
      List<DomainEvent> events =
          store.execute(
              stores -> {
                stores.payments().save(payment);
                return List.copyOf(stores.payments().history(payment.id()));
              });
      hear(oracle, events);
    }

    private void deliver() {
      if (orders.isEmpty()) {
        return;
      }
      Delivery delivery = given.delivery(orders.getLast());
      delivery.dispatch(new DroneId("A47")).get();
      DomainEvent arrival = delivery.complete(given.occasion()).get();
      orders.removeLast();
      store.execute(
          stores -> {
            stores.deliveries().save(delivery);
            return delivery;
          });
      hear(oracle, List.of(arrival));
    }

    private void relay(boolean marks, int times) {
      List<OutboxMessage> claimed = store.claim(3, LEASE);
      for (int i = 0; i < times; i++) {
        hear(store, claimed.stream().map(OutboxMessage::event).toList());
      }
      if (marks) {
        store.markSent(claimed);
      } else {
        clock.advance(Duration.ZERO);
        claimed.forEach(message -> store.retryLater(message, "not marked", Duration.ZERO));
      }
    }

    private void see() {
      for (InMemoryStore each : List.of(store, oracle)) {
        each.execute(
            stores -> {
              stores
                  .journeys()
                  .seen(
                      new CorrelationId("intent-" + intents),
                      Given.MOMENT,
                      Given.MOMENT.plusMillis(intents));
              return stores;
            });
      }
    }

    private void step() {
      State before = state();
      node.runOnce();
      if (before != State.SERVING && state() == State.SERVING) {
        swapped++;
      }
    }

    private State state() {
      return node.latest().map(rebuild -> rebuild.state()).getOrElse(State.SERVING);
    }

    void finish() {
      for (int i = 0; i < 200; i++) {
        relay(true, 1);
        step();
      }
      assertThat(store.backlog().waiting()).isZero();
    }

    private static void hear(InMemoryStore by, List<? extends DomainEvent> events) {
      TrackJourneys track = new TrackJourneys(by);
      events.stream().filter(track::wants).forEach(track::on);
    }

    JourneySummary shown() {
      return store.read(stores -> stores.journeys().summary());
    }

    JourneySummary expected() {
      return oracle.read(stores -> stores.journeys().summary());
    }
  }
}
