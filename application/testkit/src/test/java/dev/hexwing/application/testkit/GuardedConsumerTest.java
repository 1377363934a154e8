package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetter.State;
import dev.hexwing.application.events.DeadLetterDesk;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.GuardedConsumer;
import dev.hexwing.application.events.PoisonPolicy;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.DroneEvent;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of an event that a consumer cannot take. */
class GuardedConsumerTest {

  private static final int TRIES = 3;

  private final Given given = new Given(new SequentialIds());
  private final InMemoryDeadLetters letters = new InMemoryDeadLetters(InstantSource.system());

  /** Takes everything but what it is told to refuse. */
  private static final class Choosy implements EventConsumer {

    private final PoisonPolicy policy;
    private final List<String> taken = new ArrayList<>();
    private RuntimeException failure = new IllegalStateException("not this one");
    private String refused = "A47/2";

    Choosy(PoisonPolicy policy) {
      this.policy = policy;
    }

    @Override
    public String name() {
      return "test.choosy";
    }

    @Override
    public PoisonPolicy poisonPolicy() {
      return policy;
    }

    @Override
    public boolean wants(DomainEvent event) {
      return true;
    }

    @Override
    public void on(DomainEvent event) {
      if (event.eventId().value().equals(refused)) {
        throw failure;
      }
      taken.add(event.eventId().value());
    }
  }

  private List<DroneEvent> life(String name) {
    Drone drone = given.drone(name, 2_000);
    drone.clearMaintenance(given.occasion());
    drone.clearMaintenance(given.occasion());
    drone.clearMaintenance(given.occasion());
    return List.copyOf(drone.drainEvents());
  }

  private List<DeadLetter> all() {
    return letters.list(Option.none(), 100);
  }

  /** As a broker does: each event again until it is taken. */
  private int deliver(EventConsumer consumer, List<DroneEvent> events) {
    int failures = 0;
    for (DroneEvent event : events) {
      boolean done = false;
      while (!done && failures < 100) {
        try {
          consumer.on(event);
          done = true;
        } catch (IllegalStateException e) {
          failures++;
        }
      }
    }
    return failures;
  }

  @Nested
  class Parking {

    private final Choosy choosy = new Choosy(PoisonPolicy.PARK_KEY);
    private final GuardedConsumer guarded = new GuardedConsumer(choosy, letters, TRIES);
    private final DeadLetterDesk desk =
        new DeadLetterDesk(Option.some(letters), List.of(choosy), Map.of());

    @Test
    void sets_an_event_aside_after_its_tries_and_what_follows_waits_while_others_flow() {
      assertThat(deliver(guarded, life("A47"))).isEqualTo(TRIES - 1);
      assertThat(deliver(guarded, life("B48"))).isZero();
      assertThat(choosy.taken).containsExactly("A47/1", "B48/1", "B48/2", "B48/3", "B48/4");
      assertThat(all())
          .extracting(letter -> letter.message().name() + " " + letter.state())
          .containsExactly("A47/2 PARKED", "A47/3 WAITING", "A47/4 WAITING");
      assertThat(all().getFirst().message().reason()).contains("not this one");
      assertThat(all().getFirst().message().correlationId()).contains(Given.CORRELATION);
      assertThat(all().getFirst().message().attempts()).isEqualTo(TRIES);
    }

    @Test
    void keeps_the_order_when_a_later_letter_is_resumed() {
      deliver(guarded, life("A47"));
      choosy.refused = "";
      assertThat(desk.resume(all().getLast().id()).get()).isEqualTo(3);
      assertThat(choosy.taken).containsExactly("A47/1", "A47/2", "A47/3", "A47/4");
      assertThat(all()).isEmpty();
    }

    @Test
    void stays_where_it_is_if_it_fails_again() {
      deliver(guarded, life("A47"));
      UUID id = all().getFirst().id();
      choosy.failure = new IllegalStateException("nor now");
      assertThat(desk.resume(id).getLeft().code()).isEqualTo("dead-letter.still-refused");
      assertThat(letters.find(id).get().message().reason()).contains("nor now");
      assertThat(letters.find(id).get().message().attempts()).isEqualTo(TRIES + 1);
      assertThat(all()).hasSize(3);
    }

    @Test
    void is_not_done_because_a_store_was_away() {
      choosy.failure = new StoreUnavailable("away", new Error("x"), false);
      DroneEvent second = life("A47").get(1);
      for (int i = 0; i < 10 * TRIES; i++) {
        assertThatThrownBy(() -> guarded.on(second)).isInstanceOf(StoreUnavailable.class);
      }
      assertThat(all()).isEmpty();
    }

    @Test
    void tells_nobody_of_a_letter_that_is_not_there() {
      assertThat(desk.resume(new UUID(1, 1)).getLeft().code()).isEqualTo("dead-letter.unknown");
    }
  }

  @Nested
  class Skipping {

    @Test
    void goes_on_with_what_follows_and_keeps_the_event() {
      Choosy choosy = new Choosy(PoisonPolicy.SKIP_WITH_AUDIT);
      deliver(new GuardedConsumer(choosy, letters, TRIES), life("A47"));
      assertThat(choosy.taken).containsExactly("A47/1", "A47/3", "A47/4");
      assertThat(all()).extracting(DeadLetter::state).containsExactly(State.SKIPPED);
      choosy.refused = "";
      DeadLetterDesk desk = new DeadLetterDesk(Option.some(letters), List.of(choosy), Map.of());
      assertThat(desk.resume(all().getFirst().id()).get()).isEqualTo(1);
      assertThat(all()).isEmpty();
    }
  }
}
