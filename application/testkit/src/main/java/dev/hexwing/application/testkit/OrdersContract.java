package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderEvent.OrderPlaced;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of orders must do; extend it with the store that is to keep to it. */
public abstract class OrdersContract extends StoreContract {

  private static final CancellationReason REASON = new CancellationReason("changed my mind");

  private Order stored() {
    Order order = given.order();
    run(stores -> stores.orders().save(order));
    return order;
  }

  private OrderSnapshot found(OrderId orderId) {
    return read(stores -> stores.orders().find(orderId)).get().snapshot();
  }

  private void change(OrderId orderId) {
    run(
        stores -> {
          Order order = stores.orders().find(orderId).get();
          order.confirmPayment(given.paymentId(), order.total(), given.occasion()).get();
          stores.orders().save(order);
        });
  }

  @Nested
  class An_order_that_is_kept {

    @Test
    void comes_back_as_it_was_at_every_step_of_its_life() {
      Order order = stored();
      assertThat(found(order.id())).isEqualTo(order.snapshot());
      order.confirmPayment(given.paymentId(), order.total(), given.occasion()).get();
      run(stores -> stores.orders().save(order));
      assertThat(found(order.id())).isEqualTo(order.snapshot());
      order.markDispatched(given.occasion()).get();
      order.markDelivered(given.occasion()).get();
      run(stores -> stores.orders().save(order));
      assertThat(found(order.id())).isEqualTo(order.snapshot());
      assertThat(found(order.id()).status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void is_told_from_one_that_never_was() {
      Order order = stored();
      assertThat(readOption(stores -> stores.orders().find(order.id())).isDefined()).isTrue();
      assertThat(readOption(stores -> stores.orders().find(given.orderId())).isEmpty()).isTrue();
    }

    @Test
    void has_its_moment_to_the_microsecond_and_no_finer() {
      Order order = given.orderAt(Given.MOMENT.plusNanos(999));
      run(stores -> stores.orders().save(order));
      assertThat(found(order.id()).placedAt()).isEqualTo(Given.MOMENT);
    }

    @Test
    void sends_its_events_off_once_in_order_and_as_they_were() {
      Order order = given.order();
      List<DomainEvent> events = new ArrayList<>();
      events.add(
          new OrderPlaced(
              EventMetadata.of(order.id().toString(), new Version(1), given.occasion()),
              order.id(),
              order.customerId(),
              order.lines(),
              order.total(),
              order.dropOff()));
      run(stores -> stores.orders().save(order));
      assertThat(order.drainEvents()).isEmpty();
      events.add(order.cancel(REASON, given.occasion()).get());
      run(stores -> stores.orders().save(order));
      assertThat(drainOutbox()).isEqualTo(events);
    }

    @Test
    void may_be_saved_twice_in_one_transaction() {
      Order order = given.order();
      run(
          stores -> {
            stores.orders().save(order);
            order.cancel(REASON, given.occasion()).get();
            stores.orders().save(order);
          });
      assertThat(found(order.id()).version()).isEqualTo(new Version(2));
      assertThat(drainOutbox()).hasSize(2);
    }

    @Test
    void is_the_finders_own_until_it_is_saved() {
      Order order = stored();
      run(
          stores -> {
            Order mine = stores.orders().find(order.id()).get();
            mine.cancel(REASON, given.occasion()).get();
            assertThat(stores.orders().find(order.id()).get().status())
                .isEqualTo(OrderStatus.PLACED);
          });
      assertThat(found(order.id()).status()).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void is_left_alone_if_it_has_not_changed() {
      Order order = stored();
      run(
          stores -> {
            Order unchanged = stores.orders().find(order.id()).get();
            change(order.id());
            stores.orders().save(unchanged);
          });
      assertThat(found(order.id()).status()).isEqualTo(OrderStatus.PAID);
      assertThat(drainOutbox()).hasSize(2);
    }
  }

  @Nested
  class A_write_that_comes_second {

    @Test
    void conflicts_if_the_order_is_new_and_its_name_is_taken() {
      Order order = stored();
      Order twin =
          Order.place(
                  order.id(), order.customerId(), order.lines(), order.dropOff(), given.occasion())
              .get();
      assertConflict(Subject.ORDER, () -> run(stores -> stores.orders().save(twin)));
    }

    @Test
    void conflicts_if_the_order_has_another_version_by_now() {
      Order order = stored();
      assertConflict(
          Subject.ORDER,
          () ->
              run(
                  stores -> {
                    Order mine = stores.orders().find(order.id()).get();
                    change(order.id());
                    mine.cancel(REASON, given.occasion()).get();
                    stores.orders().save(mine);
                  }));
      assertThat(found(order.id()).status()).isEqualTo(OrderStatus.PAID);
      assertThat(drainOutbox()).hasSize(2);
    }

    @Test
    void conflicts_if_the_order_is_not_stored_at_all() {
      Order order = given.order();
      order.drainEvents();
      order.cancel(REASON, given.occasion()).get();
      assertConflict(Subject.ORDER, () -> run(stores -> stores.orders().save(order)));
    }

    @Test
    void loses_in_a_race() {
      Order order = stored();
      assertOneWins(
          Subject.ORDER,
          race ->
              run(
                  stores -> {
                    Order mine = stores.orders().find(order.id()).get();
                    mine.cancel(REASON, given.occasion()).get();
                    race.standInLine();
                    stores.orders().save(mine);
                  }));
      assertThat(found(order.id()).version()).isEqualTo(new Version(2));
    }

    @Test
    void loses_in_a_race_for_a_new_name() {
      Order order = given.order();
      assertOneWins(
          Subject.ORDER,
          race ->
              run(
                  stores -> {
                    Order twin =
                        Order.place(
                                order.id(),
                                order.customerId(),
                                order.lines(),
                                order.dropOff(),
                                given.occasion())
                            .get();
                    race.standInLine();
                    stores.orders().save(twin);
                  }));
      assertThat(drainOutbox()).hasSize(1);
    }
  }

  @Nested
  class A_page_of_orders {

    @Test
    void has_the_newest_first_up_to_its_limit() {
      List<OrderId> placed = List.of(stored().id(), stored().id(), stored().id());
      assertThat(page(Option.none(), 2)).containsExactly(placed.get(2), placed.get(1));
      assertThat(page(Option.none(), 101)).containsExactlyElementsOf(placed.reversed());
    }

    @Test
    void goes_on_after_an_order_that_need_not_exist() {
      OrderId first = stored().id();
      OrderId gap = given.orderId();
      OrderId last = stored().id();
      assertThat(page(Option.some(last), 10)).containsExactly(first);
      assertThat(page(Option.some(gap), 10)).containsExactly(first);
    }

    @Test
    void shows_orders_as_they_are() {
      Order order = stored();
      assertThat(readList(stores -> stores.orderList().newestFirst(Option.none(), 1)))
          .containsExactly(order.snapshot());
    }

    private List<OrderId> page(Option<OrderId> before, int limit) {
      return read(stores -> stores.orderList().newestFirst(before, limit)).stream()
          .map(OrderSnapshot::orderId)
          .toList();
    }
  }
}
