package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.delivery.Delivery;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.ordering.OrderId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of deliveries must do; extend it with the store that is to keep to it. */
public abstract class DeliveriesContract extends StoreContract {

  private static final DroneId DRONE = new DroneId("A47");

  private Delivery save(Delivery delivery) {
    run(stores -> stores.deliveries().save(delivery));
    return delivery;
  }

  private DeliverySnapshot found(DeliveryId deliveryId) {
    return read(stores -> stores.deliveries().find(deliveryId)).get().snapshot();
  }

  private List<DeliveryId> waiting(int limit) {
    return read(stores -> stores.deliveries().waiting(limit));
  }

  private void fail(Delivery delivery) {
    delivery.dispatch(DRONE).get();
    delivery.fail(new Reason("wind"), given.occasion()).get();
  }

  @Nested
  class A_delivery_that_is_kept {

    @Test
    void comes_back_as_it_was_at_every_step_of_its_life() {
      Delivery delivery = save(given.delivery());
      assertThat(found(delivery.id())).isEqualTo(delivery.snapshot());
      fail(delivery);
      save(delivery);
      assertThat(found(delivery.id())).isEqualTo(delivery.snapshot());
      delivery.requestAgain(given.occasion()).get();
      save(delivery);
      assertThat(found(delivery.id())).isEqualTo(delivery.snapshot());
      delivery.dispatch(DRONE).get();
      delivery.complete(given.occasion()).get();
      save(delivery);
      assertThat(found(delivery.id())).isEqualTo(delivery.snapshot());
      assertThat(drainOutbox()).hasSize(4);
    }

    @Test
    void comes_back_when_it_was_called_off() {
      Delivery delivery = given.delivery();
      delivery.cancel(given.occasion()).get();
      save(delivery);
      assertThat(found(delivery.id())).isEqualTo(delivery.snapshot());
      assertThat(waiting(10)).isEmpty();
    }

    @Test
    void is_found_by_its_order_too_and_told_from_others() {
      Delivery delivery = save(given.delivery());
      assertThat(
              readOption(stores -> stores.deliveries().findByOrder(delivery.orderId()))
                  .map(Delivery::id))
          .contains(delivery.id());
      assertThat(readOption(stores -> stores.deliveries().findByOrder(given.orderId())).isEmpty())
          .isTrue();
      assertThat(
              readOption(stores -> stores.deliveries().find(new DeliveryId(ids.next()))).isEmpty())
          .isTrue();
    }

    @Test
    void is_left_alone_if_it_has_not_changed() {
      Delivery delivery = save(given.delivery());
      run(
          stores -> {
            Delivery unchanged = stores.deliveries().find(delivery.id()).get();
            delivery.dispatch(DRONE).get();
            save(delivery);
            stores.deliveries().save(unchanged);
          });
      assertThat(found(delivery.id()).status()).isEqualTo(DeliveryStatus.DISPATCHED);
    }
  }

  @Nested
  class A_write_that_comes_second {

    @Test
    void conflicts_if_the_order_has_a_delivery() {
      Delivery delivery = save(given.delivery());
      assertConflict(Subject.DELIVERY, () -> save(given.delivery(delivery.orderId())));
    }

    @Test
    void conflicts_if_the_delivery_has_another_version_by_now() {
      Delivery delivery = save(given.delivery());
      assertConflict(
          Subject.DELIVERY,
          () ->
              run(
                  stores -> {
                    Delivery mine = stores.deliveries().find(delivery.id()).get();
                    delivery.dispatch(DRONE).get();
                    save(delivery);
                    mine.cancel(given.occasion()).get();
                    stores.deliveries().save(mine);
                  }));
      assertThat(found(delivery.id()).status()).isEqualTo(DeliveryStatus.DISPATCHED);
      assertThat(drainOutbox()).hasSize(1);
    }

    @Test
    void loses_in_a_race_for_one_order() {
      OrderId orderId = given.orderId();
      assertOneWins(
          Subject.DELIVERY,
          race ->
              run(
                  stores -> {
                    assertThat(stores.deliveries().findByOrder(orderId).isEmpty()).isTrue();
                    race.standInLine();
                    stores.deliveries().save(given.delivery(orderId));
                  }));
      assertThat(waiting(10)).hasSize(1);
    }

    @Test
    void loses_in_a_race_for_one_delivery() {
      Delivery delivery = save(given.delivery());
      assertOneWins(
          Subject.DELIVERY,
          race ->
              run(
                  stores -> {
                    Delivery mine = stores.deliveries().find(delivery.id()).get();
                    mine.dispatch(DRONE).get();
                    race.standInLine();
                    stores.deliveries().save(mine);
                  }));
    }
  }

  @Nested
  class Deliveries_that_wait {

    @Test
    void come_the_longest_waiting_first_up_to_the_limit() {
      Delivery first = save(given.delivery());
      Delivery second = save(given.delivery());
      Delivery third = save(given.delivery());
      assertThat(waiting(2)).containsExactly(first.id(), second.id());
      assertThat(waiting(10)).containsExactly(first.id(), second.id(), third.id());
    }

    @Test
    void leave_when_a_drone_takes_them_and_queue_anew_when_it_fails() {
      Delivery first = save(given.delivery());
      Delivery second = save(given.delivery());
      fail(first);
      save(first);
      assertThat(waiting(10)).containsExactly(second.id());
      first.requestAgain(given.occasion()).get();
      save(first);
      assertThat(waiting(10)).containsExactly(second.id(), first.id());
    }
  }
}
