package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every unit of work must do; extend it with the store that is to keep to it. */
@SuppressWarnings("ClassCanBeStatic")
public abstract class UnitOfWorkContract extends StoreContract {

  private boolean isStored(OrderId orderId) {
    return read(stores -> stores.orders().find(orderId)).isDefined();
  }

  @Nested
  class Work_that_ends_well {

    @Test
    void is_seen_by_others_and_hands_its_result_over() {
      Order order = given.order();
      OrderId result =
          execute(
              stores -> {
                stores.orders().save(order);
                return order.id();
              });
      assertThat(isStored(result)).isTrue();
    }

    @Test
    void is_seen_by_itself_before_and_by_others_only_after_its_commit() {
      Order order = given.order();
      run(
          stores -> {
            stores.orders().save(order);
            assertThat(stores.orders().find(order.id()).isDefined()).isTrue();
            assertThat(isStored(order.id())).isFalse();
          });
      assertThat(isStored(order.id())).isTrue();
    }

    @Test
    void keeps_the_writes_to_all_stores_and_sends_their_events_off() {
      Order order = given.order();
      Payment payment = given.payment(order.id());
      run(
          stores -> {
            stores.orders().save(order);
            stores.payments().save(payment);
            stores.openPayments().claim(order.id(), payment.id());
          });
      assertThat(readOption(stores -> stores.payments().find(payment.id())).isDefined()).isTrue();
      assertThat(readOption(stores -> stores.openPayments().find(order.id())))
          .contains(payment.id());
      assertThat(drainOutbox())
          .extracting(DomainEvent::aggregateId)
          .containsExactlyInAnyOrder(order.id().toString(), payment.id().toString());
    }
  }

  @Nested
  class Work_that_throws {

    @Test
    void keeps_nothing_sends_nothing_and_its_exception_goes_on() {
      Order kept = given.order();
      Order lost = given.order();
      run(stores -> stores.orders().save(kept));
      RuntimeException bug = new IllegalStateException("a bug");
      assertThatThrownBy(
              () ->
                  run(
                      stores -> {
                        stores.orders().save(lost);
                        assertThat(stores.orders().find(lost.id()).isDefined()).isTrue();
                        throw bug;
                      }))
          .isSameAs(bug);
      assertThat(isStored(lost.id())).isFalse();
      assertThat(isStored(kept.id())).isTrue();
      assertThat(drainOutbox())
          .extracting(DomainEvent::aggregateId)
          .containsExactly(kept.id().toString());
    }
  }

  @Nested
  class Work_that_meets_another {

    @Test
    void keeps_nothing_of_what_it_wrote_beside_the_conflict() {
      OrderId contended = given.orderId();
      PaymentId first = given.paymentId();
      run(stores -> stores.openPayments().claim(contended, first));
      Order beside = given.order();
      assertConflict(
          Subject.OPEN_PAYMENT,
          () ->
              run(
                  stores -> {
                    stores.orders().save(beside);
                    stores.openPayments().claim(contended, given.paymentId());
                  }));
      assertThat(isStored(beside.id())).isFalse();
      assertThat(drainOutbox()).isEmpty();
      assertThat(readOption(stores -> stores.openPayments().find(contended))).contains(first);
    }

    @Test
    void hears_of_the_first_of_several_conflicts_in_the_order_of_writing() {
      Order order = given.order();
      Payment payment = given.payment(order.id());
      run(
          stores -> {
            stores.orders().save(order);
            stores.openPayments().claim(order.id(), payment.id());
          });
      assertConflict(
          Subject.ORDER,
          () ->
              run(
                  stores -> {
                    stores.orders().save(staleCopy(order));
                    stores.openPayments().claim(order.id(), payment.id());
                  }));
      assertConflict(
          Subject.OPEN_PAYMENT,
          () ->
              run(
                  stores -> {
                    stores.openPayments().claim(order.id(), payment.id());
                    stores.orders().save(staleCopy(order));
                  }));
    }

    @Test
    void may_be_done_again_at_once() {
      OrderId contended = given.orderId();
      run(stores -> stores.openPayments().claim(contended, given.paymentId()));
      Order order = given.order();
      assertThatThrownBy(
              () -> run(stores -> stores.openPayments().claim(contended, given.paymentId())))
          .isInstanceOf(WriteConflict.class);
      run(stores -> stores.orders().save(order));
      assertThat(isStored(order.id())).isTrue();
    }

    /** A new order under a name that is taken. */
    private Order staleCopy(Order order) {
      return Order.place(
              order.id(), order.customerId(), order.lines(), order.dropOff(), given.occasion())
          .get();
    }
  }

  @Nested
  class Work_that_only_reads {

    @Test
    void sees_each_commit_as_it_comes() {
      Order order = given.order();
      boolean seen =
          read(
              stores -> {
                boolean before = stores.orders().find(order.id()).isDefined();
                run(others -> others.orders().save(order));
                return !before && stores.orders().find(order.id()).isDefined();
              });
      assertThat(seen).isTrue();
    }

    @Test
    void must_not_write() {
      Order order = given.order();
      assertThatThrownBy(
              () ->
                  read(
                      stores -> {
                        stores.orders().save(order);
                        return order;
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(isStored(order.id())).isFalse();
    }
  }

  @Test
  void stores_are_of_no_use_after_their_transaction() {
    List<Stores> leaked = new ArrayList<>();
    run(leaked::add);
    read(leaked::add);
    for (Stores stores : leaked) {
      assertThatThrownBy(() -> stores.orders().find(given.orderId()))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> stores.orders().save(given.order()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void many_threads_work_side_by_side() {
    List<Race.Outcome> outcomes =
        Race.between(
            8,
            race -> {
              race.standInLine();
              for (int i = 0; i < 20; i++) {
                Order order = given.order();
                run(stores -> stores.orders().save(order));
                assertThat(isStored(order.id())).isTrue();
              }
            });
    assertThat(outcomes).allMatch(Race.Outcome::won);
    assertThat(drainOutbox()).hasSize(160);
  }
}
