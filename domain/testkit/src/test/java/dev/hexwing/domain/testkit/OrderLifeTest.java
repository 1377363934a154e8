package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.ordering.OrderEvent.OrderCancelled;
import dev.hexwing.domain.ordering.OrderEvent.OrderPaid;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
class OrderLifeTest {

  @Property
  void every_command_is_answered_as_the_rules_say(
      @ForAll("lives") ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>> chain) {
    Life<OrderCommand, OrderSnapshot, OrderEvent> life = chain.run();
    new OrderModel().accompany(life);
    for (Step<OrderCommand, OrderSnapshot> step : life.steps()) {
      Cases.met("status", 20, step.after().status(), (Object[]) OrderStatus.values());
    }
  }

  @Property
  void every_invariant_holds_in_every_life(
      @ForAll("lives") ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>> chain) {
    Invariant.checkAll(OrderInvariant.values(), chain.run().story());
  }

  @Property
  void a_refused_command_leaves_the_order_as_it_was(
      @ForAll("lives") ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>> chain) {
    for (Step<OrderCommand, OrderSnapshot> step : chain.run().steps()) {
      if (step.refused()) {
        assertThat(step.after()).isEqualTo(step.before());
      } else {
        assertThat(step.after()).isNotEqualTo(step.before());
        assertThat(step.after().version()).isEqualTo(step.before().version().next());
      }
    }
  }

  @Property
  void no_step_is_skipped_repeated_or_undone(
      @ForAll("lives") ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>> chain) {
    Set<OrderStatus> been = EnumSet.of(OrderStatus.PLACED);
    for (Step<OrderCommand, OrderSnapshot> step : chain.run().steps()) {
      if (!step.refused()) {
        OrderStatus from = step.before().status();
        OrderStatus to = step.after().status();
        assertThat(from + " to " + to)
            .isIn(
                "PLACED to PAID",
                "PAID to DISPATCHED",
                "DISPATCHED to DELIVERED",
                "PLACED to CANCELLED",
                "PAID to CANCELLED");
        assertThat(been.add(to)).as("%s for the first time", to).isTrue();
      }
    }
  }

  @Property
  void an_order_is_paid_once_at_most_and_by_exactly_its_total(
      @ForAll("lives") ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>> chain) {
    Life<OrderCommand, OrderSnapshot, OrderEvent> life = chain.run();
    Order order = Order.reconstitute(life.snapshot());
    List<OrderPaid> paid = only(OrderPaid.class, life.history());
    assertThat(paid).hasSizeLessThanOrEqualTo(1);
    for (OrderPaid event : paid) {
      assertThat(event.total()).isEqualTo(order.total());
      assertThat(order.paymentId().get()).isEqualTo(event.paymentId());
      assertThat(event.grams()).isEqualTo(order.grams());
    }
    Cases.met("paid", 20, paid.size(), 0, 1);
  }

  @Property
  void cancelling_asks_for_the_refund_of_a_paid_order_once(
      @ForAll("lives") ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>> chain) {
    Life<OrderCommand, OrderSnapshot, OrderEvent> life = chain.run();
    List<OrderCancelled> cancelled = only(OrderCancelled.class, life.history());
    assertThat(cancelled).hasSizeLessThanOrEqualTo(1);
    Option<PaymentId> paidBy =
        Option.ofOptional(
            only(OrderPaid.class, life.history()).stream().map(OrderPaid::paymentId).findFirst());
    for (OrderCancelled event : cancelled) {
      assertThat(event.refundDue()).isEqualTo(paidBy);
      Cases.met("refund due", 5, paidBy.isDefined(), true, false);
    }
  }

  @Property
  void events_follow_each_other_without_gap_and_carry_their_occasion(
      @ForAll("lives") ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>> chain) {
    Life<OrderCommand, OrderSnapshot, OrderEvent> life = chain.run();
    for (int i = 0; i < life.history().size(); i++) {
      OrderEvent event = life.history().get(i);
      assertThat(event.version().value()).isEqualTo(i + 1L);
      assertThat(event.aggregateId()).isEqualTo(life.snapshot().orderId().toString());
      assertThat(event.orderId()).isEqualTo(life.snapshot().orderId());
    }
    assertThat(life.snapshot().version().value()).isEqualTo(life.history().size());
  }

  @Property
  void only_exactly_the_total_in_its_currency_pays(
      @ForAll("placed") Order order,
      @ForAll("money") Money offered,
      @ForAll("paymentIds") PaymentId paymentId,
      @ForAll("occasions") Occasion occasion) {
    OrderSnapshot before = order.snapshot();
    Money other = offered.equals(order.total()) ? offered.negate() : offered;
    assertThat(order.confirmPayment(paymentId, other, occasion).getLeft().code())
        .isEqualTo("order.amount-differs");
    assertThat(order.snapshot()).isEqualTo(before);
    assertThat(order.confirmPayment(paymentId, order.total(), occasion).isRight()).isTrue();
  }

  @Property
  void an_order_comes_back_from_its_snapshot_as_it_was_and_without_events(
      @ForAll("orders") Order order) {
    Cases.met("status", 10, order.status(), (Object[]) OrderStatus.values());
    OrderSnapshot snapshot = order.snapshot();
    Order back = Order.reconstitute(snapshot);
    assertThat(back.snapshot()).isEqualTo(snapshot);
    assertThat(back.total()).isEqualTo(order.total());
    assertThat(back.id()).isEqualTo(snapshot.orderId());
    assertThat(back.customerId()).isEqualTo(snapshot.customerId());
    assertThat(back.dropOff()).isEqualTo(snapshot.dropOff());
    assertThat(back.placedAt()).isEqualTo(snapshot.placedAt());
    assertThat(back.grams()).isEqualTo(order.grams());
    assertThat(back.storedVersion()).isEqualTo(snapshot.version());
    assertThat(back.drainEvents()).isEmpty();
  }

  @Property
  void events_are_drained_once(@ForAll("orders") Order order) {
    assertThat(order.storedVersion()).isEqualTo(Version.NONE);
    assertThat(order.drainEvents()).hasSize((int) order.snapshot().version().value());
    assertThat(order.drainEvents()).isEmpty();
    assertThat(order.storedVersion()).isEqualTo(order.snapshot().version());
  }

  @Property
  void a_snapshot_that_is_no_orders_is_refused(
      @ForAll("orders") Order order, @ForAll("paymentIds") PaymentId paymentId) {
    OrderSnapshot good = order.snapshot();
    refused(good, good.lines(), good.paymentId(), Version.NONE);
    refused(good, List.of(), good.paymentId(), good.version());
    if (good.status() == OrderStatus.PLACED) {
      refused(good, good.lines(), Option.some(paymentId), good.version());
    } else if (good.status() != OrderStatus.CANCELLED) {
      refused(good, good.lines(), Option.none(), good.version());
    }
  }

  private static void refused(
      OrderSnapshot good, List<OrderLine> lines, Option<PaymentId> paymentId, Version version) {
    OrderSnapshot bad =
        new OrderSnapshot(
            good.orderId(),
            good.customerId(),
            lines,
            good.dropOff(),
            good.status(),
            paymentId,
            good.placedAt(),
            version);
    assertThatIllegalArgumentException().isThrownBy(() -> Order.reconstitute(bad));
  }

  private static <T> List<T> only(Class<T> kind, List<OrderEvent> history) {
    return history.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Provide
  Arbitrary<ActionChain<Life<OrderCommand, OrderSnapshot, OrderEvent>>> lives() {
    return OrderLives.lives();
  }

  @Provide
  Arbitrary<Order> orders() {
    return OrderLives.orders();
  }

  @Provide
  Arbitrary<Order> placed() {
    return OrderLives.orders(OrderStatus.PLACED);
  }

  @Provide
  Arbitrary<Money> money() {
    return SharedValues.payableMoney();
  }

  @Provide
  Arbitrary<PaymentId> paymentIds() {
    return PaymentValues.paymentIds();
  }

  @Provide
  Arbitrary<Occasion> occasions() {
    return SharedValues.occasions();
  }
}
