package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryEvent;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryCancelled;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryCompleted;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryFailed;
import dev.hexwing.domain.delivery.DeliveryEvent.DeliveryRequested;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
class DeliveryLifeTest {

  @Property
  void every_command_is_answered_as_the_rules_say(
      @ForAll("lives") ActionChain<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> chain) {
    Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent> life = chain.run();
    new DeliveryModel().accompany(life);
    for (Step<DeliveryCommand, DeliverySnapshot> step : life.steps()) {
      Cases.met("status", 20, step.after().status(), (Object[]) DeliveryStatus.values());
      Cases.met("attempt", 10, step.after().attempt(), 1, 2, 3);
    }
  }

  @Property
  void every_invariant_holds_in_every_life(
      @ForAll("lives") ActionChain<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> chain) {
    Invariant.checkAll(DeliveryInvariant.values(), chain.run().story());
  }

  @Property
  void a_refused_command_leaves_the_delivery_as_it_was(
      @ForAll("lives") ActionChain<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> chain) {
    for (Step<DeliveryCommand, DeliverySnapshot> step : chain.run().steps()) {
      if (step.refused()) {
        assertThat(step.after()).isEqualTo(step.before());
      } else {
        assertThat(step.after().version()).isEqualTo(step.before().version().next());
      }
    }
  }

  @Property
  void a_delivery_has_one_drone_at_a_time_and_its_events_name_it(
      @ForAll("lives") ActionChain<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> chain) {
    for (Step<DeliveryCommand, DeliverySnapshot> step : chain.run().steps()) {
      if (step.before().status() == DeliveryStatus.DISPATCHED) {
        assertThat(step.after().droneId()).isEqualTo(step.before().droneId());
        if (step.answer().isRight() && step.answer().get() instanceof DeliveryFailed failed) {
          assertThat(failed.droneId()).isEqualTo(step.before().droneId().get());
        }
        if (step.answer().isRight() && step.answer().get() instanceof DeliveryCompleted done) {
          assertThat(done.droneId()).isEqualTo(step.before().droneId().get());
        }
      }
    }
  }

  @Property
  void every_attempt_is_asked_for_once_and_nothing_follows_a_completed_or_cancelled_one(
      @ForAll("lives") ActionChain<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>> chain) {
    Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent> life = chain.run();
    int asked = 0;
    boolean over = false;
    long last = 0;
    for (DeliveryEvent event : life.history()) {
      assertThat(over).isFalse();
      assertThat(event.version().value()).isGreaterThan(last);
      assertThat(event.deliveryId()).isEqualTo(life.snapshot().deliveryId());
      assertThat(event.orderId()).isEqualTo(life.snapshot().orderId());
      last = event.version().value();
      if (event instanceof DeliveryRequested requested) {
        asked++;
        assertThat(requested.attempt()).isEqualTo(asked);
        assertThat(requested.parcel()).isEqualTo(life.snapshot().parcel());
      }
      over = event instanceof DeliveryCompleted || event instanceof DeliveryCancelled;
    }
  }

  @Property
  void a_delivery_comes_back_from_its_snapshot_as_it_was_and_without_events(
      @ForAll("deliveries") Delivery delivery) {
    Cases.met("status", 10, delivery.status(), (Object[]) DeliveryStatus.values());
    DeliverySnapshot snapshot = delivery.snapshot();
    Delivery back = Delivery.reconstitute(snapshot);
    assertThat(back.snapshot()).isEqualTo(snapshot);
    assertThat(back.id()).isEqualTo(snapshot.deliveryId());
    assertThat(back.orderId()).isEqualTo(snapshot.orderId());
    assertThat(back.parcel()).isEqualTo(snapshot.parcel());
    assertThat(back.droneId()).isEqualTo(snapshot.droneId());
    assertThat(back.status()).isEqualTo(snapshot.status());
    assertThat(back.correlationId()).isEqualTo(snapshot.correlationId());
    assertThat(back.storedVersion()).isEqualTo(snapshot.version());
    assertThat(back.drainEvents()).isEmpty();
  }

  @Property
  void events_are_drained_once(@ForAll("deliveries") Delivery delivery) {
    assertThat(delivery.storedVersion()).isEqualTo(Version.NONE);
    assertThat(delivery.drainEvents()).isNotEmpty();
    assertThat(delivery.drainEvents()).isEmpty();
    assertThat(delivery.storedVersion()).isEqualTo(delivery.snapshot().version());
  }

  @Property
  void a_snapshot_that_is_no_deliverys_is_refused(@ForAll("deliveries") Delivery delivery) {
    DeliverySnapshot good = delivery.snapshot();
    Option<DroneId> wrong =
        good.droneId().isDefined() ? Option.none() : Option.some(new DroneId("A47"));
    for (DeliverySnapshot bad :
        List.of(
            // Given up before or after a drone tried: either may be.
            good.status() == DeliveryStatus.CANCELLED
                ? changed(good, wrong, 0, good.version())
                : changed(good, wrong, good.attempt(), good.version()),
            changed(good, good.droneId(), 0, good.version()),
            changed(good, good.droneId(), good.attempt(), Version.NONE))) {
      assertThatIllegalArgumentException().isThrownBy(() -> Delivery.reconstitute(bad));
    }
  }

  private static DeliverySnapshot changed(
      DeliverySnapshot good, Option<DroneId> droneId, int attempt, Version version) {
    return new DeliverySnapshot(
        good.deliveryId(),
        good.orderId(),
        good.parcel(),
        good.status(),
        droneId,
        attempt,
        good.correlationId(),
        version);
  }

  @Provide
  Arbitrary<ActionChain<Life<DeliveryCommand, DeliverySnapshot, DeliveryEvent>>> lives() {
    return DeliveryLives.lives();
  }

  @Provide
  Arbitrary<Delivery> deliveries() {
    return DeliveryLives.deliveries();
  }
}
