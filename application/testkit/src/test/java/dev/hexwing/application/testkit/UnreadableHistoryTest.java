package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.Beginning;
import dev.hexwing.application.events.ConsumerFeed;
import dev.hexwing.application.events.ConsumerStart;
import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.EventHistory;
import dev.hexwing.application.events.GuardedConsumer;
import dev.hexwing.application.events.PoisonPolicy;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.shared.EventRecord;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new consumer meets an event in history that this release cannot read. */
class UnreadableHistoryTest {

  private static final Beginning EVERYTHING = Beginning.OF_EVERYTHING.settlingFor(Duration.ZERO);

  private final MutableClock clock = MutableClock.standing();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final InMemoryDeadLetters letters = new InMemoryDeadLetters(clock);
  private final UnitOfWork other = OtherStores.in(store, StoresOfALaterRelease::new);
  private final CountedLives lives =
      new CountedLives(store, EVERYTHING, PoisonPolicy.PARK_KEY, event -> {});

  /** In which the second event of A1 is of a type that is not known yet. */
  private static final class StoresOfALaterRelease extends OtherStores {

    StoresOfALaterRelease(Stores real) {
      super(real);
    }

    @Override
    public EventHistory history() {
      return new Renamed(super.history());
    }
  }

  private record Renamed(EventHistory real) implements EventHistory {

    private static List<EventRecord> renamed(List<EventRecord> events) {
      return events.stream()
          .map(
              event ->
                  event.metadata().eventId().value().equals("A1/2")
                      ? new EventRecord("dev.hexwing.other.v9", event.data(), event.metadata())
                      : event)
          .toList();
    }

    @Override
    public long file(int limit) {
      return real.file(limit);
    }

    @Override
    public Extent extent() {
      return real.extent();
    }

    @Override
    public Page filed(long after, int limit, Set<String> types) {
      Page page = real.filed(after, limit, types);
      return new Page(renamed(page.events()), page.reached());
    }

    @Override
    public Seam seam(long place) {
      return real.seam(place);
    }

    @Override
    public Rest rest(Seam seam, int limit, Set<String> types) {
      Rest rest = real.rest(seam, limit, types);
      return new Rest(renamed(rest.events()), rest.next(), rest.end());
    }

    @Override
    public List<EventRecord> ofAggregate(String aggregateId, long after, int limit) {
      return renamed(real.ofAggregate(aggregateId, after, limit));
    }

    @Override
    public long forget(Duration age, int limit) {
      return real.forget(age, limit);
    }
  }

  @BeforeEach
  void happenAndBeSent() {
    for (String name : List.of("A1", "A1", "A1", "B2")) {
      store.execute(
          stores -> {
            CountedLives.happen(stores, new DroneId(name));
            return name;
          });
      store.markSent(store.claim(10, Duration.ofMinutes(1)));
    }
  }

  private void feed(Option<DeadLetters> aside) {
    ConsumerFeed feed =
        new ConsumerFeed(
            new GuardedConsumer(lives, letters, 3), EVERYTHING, other, aside, 2, Duration.ZERO);
    for (int step = 0; step < 50; step++) {
      feed.runOnce();
    }
  }

  private State state() {
    return store
        .read(stores -> stores.consumerStarts().find("test.counted-lives"))
        .map(ConsumerStart::state)
        .get();
  }

  @Test
  void it_is_set_aside_and_what_follows_of_its_aggregate_waits_while_others_flow() {
    feed(Option.some(letters));
    assertThat(state()).isEqualTo(State.LIVE);
    assertThat(lives.effects("A1")).isEqualTo(1);
    assertThat(lives.effects("B2")).isEqualTo(1);
    assertThat(letters.list(Option.none(), 10))
        .extracting(letter -> letter.message().name() + " " + letter.state())
        .containsExactly("A1/2 PARKED", "A1/3 WAITING");
  }

  @Test
  void without_a_place_for_it_the_feed_stands_still_before_it() {
    feed(Option.none());
    assertThat(state()).isEqualTo(State.STARTING);
    assertThat(lives.effects("A1")).isEqualTo(1);
    assertThat(lives.effects("B2")).isZero();
  }
}
