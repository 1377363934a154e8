package dev.hexwing.application.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.delivery.CompleteDelivery;
import dev.hexwing.application.delivery.FailDelivery;
import dev.hexwing.application.delivery.GroundDrone;
import dev.hexwing.application.delivery.ReturnDrone;
import dev.hexwing.application.journey.RecordSeen;
import dev.hexwing.application.payments.PayRefusal;
import dev.hexwing.application.payments.ProcessorNotice;
import dev.hexwing.application.testkit.ScriptedProcessor;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.DroneEvent.DroneDispatched;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.ordering.OrderEvent.OrderDispatched;
import dev.hexwing.domain.ordering.OrderEvent.OrderPaid;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.UnexpectedChargeFound;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PoliciesTest {

  private static final CorrelationId OPERATOR = new CorrelationId("operator");

  private static DeliverySnapshot deliveryOf(World world, OrderId orderId) {
    return world.shop().findDelivery().findByOrder(orderId).get();
  }

  private static void complete(World world, OrderId orderId) {
    world
        .shop()
        .completeDelivery()
        .complete(new CompleteDelivery.Command(deliveryOf(world, orderId).deliveryId(), OPERATOR))
        .get();
  }

  @Nested
  class A_paid_order {

    @Test
    void waits_for_a_drone_and_flies_with_the_first_that_is_fit() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.deliverEvents();
      assertThat(world.orderStatus(orderId)).isEqualTo(OrderStatus.PAID);
      assertThat(deliveryOf(world, orderId).status()).isEqualTo(DeliveryStatus.REQUESTED);
      world.readyDrone("A47");
      world.deliverEvents();
      assertThat(deliveryOf(world, orderId).droneId().get()).isEqualTo(new DroneId("A47"));
      assertThat(world.orderStatus(orderId)).isEqualTo(OrderStatus.DISPATCHED);
    }

    @Test
    void carries_the_customers_intent_from_the_tap_to_the_drone() {
      World world = new World();
      world.readyDrone("A47");
      OrderId orderId = world.placeOrder();
      world.deliverEvents();
      world.heard.clear();
      world.pay(orderId, "k");
      world.deliverEvents();
      assertThat(world.heard)
          .hasAtLeastOneElementOfType(PaymentConfirmed.class)
          .hasAtLeastOneElementOfType(OrderPaid.class)
          .hasAtLeastOneElementOfType(DroneDispatched.class)
          .hasAtLeastOneElementOfType(OrderDispatched.class)
          .extracting(DomainEvent::correlationId)
          .containsOnly(new CorrelationId("tap-k"));
    }

    @Test
    void is_delivered_even_if_the_arrival_is_heard_of_before_the_take_off() {
      World world = new World();
      world.readyDrone("A47");
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.deliverEvents();
      complete(world, orderId);
      DomainEvent takeOff =
          world.heard.stream().filter(DroneDispatched.class::isInstance).findFirst().get();
      world.deliverEvents();
      assertThat(world.orderStatus(orderId)).isEqualTo(OrderStatus.DELIVERED);
      world.hearAgain(takeOff);
      assertThat(world.orderStatus(orderId)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void that_is_cancelled_while_it_waits_is_never_flown() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.deliverEvents();
      world.cancel(orderId);
      world.deliverEvents();
      world.readyDrone("A47");
      world.deliverEvents();
      assertThat(deliveryOf(world, orderId).status()).isEqualTo(DeliveryStatus.CANCELLED);
      assertThat(world.shop().findDrone().find(new DroneId("A47")).get().status())
          .isEqualTo(DroneStatus.READY);
    }

    @Test
    void whose_delivery_failed_goes_to_another_drone() {
      World world = new World();
      world.readyDrone("A47");
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.deliverEvents();
      world
          .shop()
          .failDelivery()
          .fail(
              new FailDelivery.Command(
                  deliveryOf(world, orderId).deliveryId(), new Reason("storm"), OPERATOR))
          .get();
      assertThat(world.shop().findDrone().find(new DroneId("A47")).get().status())
          .isEqualTo(DroneStatus.RETURNING);
      world.readyDrone("B12");
      world.deliverEvents();
      assertThat(deliveryOf(world, orderId).droneId().get()).isEqualTo(new DroneId("B12"));
      assertThat(deliveryOf(world, orderId).attempt()).isEqualTo(2);
    }

    @Test
    void whose_drone_is_grounded_in_flight_goes_to_another_drone() {
      World world = new World();
      world.readyDrone("A47");
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.deliverEvents();
      DroneId grounded = new DroneId("A47");
      assertThat(
              world
                  .shop()
                  .groundDrone()
                  .ground(new GroundDrone.Command(grounded, new Reason("a rotor"), OPERATOR))
                  .get()
                  .status())
          .isEqualTo(DroneStatus.RETURNING);
      world.readyDrone("B12");
      world.deliverEvents();
      assertThat(deliveryOf(world, orderId).droneId().get()).isEqualTo(new DroneId("B12"));
      assertThat(
              world
                  .shop()
                  .returnDrone()
                  .returned(new ReturnDrone.Command(grounded, OPERATOR))
                  .get()
                  .status())
          .isEqualTo(DroneStatus.GROUNDED);
    }
  }

  @Nested
  class A_processors_notice {

    private ProcessorNotice notice(String id, PaymentId paymentId) {
      return new ProcessorNotice(
          id,
          paymentId,
          ProcessorNotice.Kind.CHARGED,
          new ProcessorReference("pi_late_" + paymentId),
          new CorrelationId("notice-" + id));
    }

    @Test
    void has_an_unknown_payment_looked_into_at_once() {
      World world = new World(new ScriptedProcessor().next(Fate.ANSWER_LOST));
      PaymentId paymentId = world.pay(world.placeOrder(), "k").get().receipt().paymentId();
      assertThat(world.recoverOnce()).isZero();
      world.shop().receiveProcessorNotice().receive(notice("evt_1", paymentId)).get();
      assertThat(world.recoverOnce()).isEqualTo(1);
      assertThat(world.paymentStatus(paymentId)).isEqualTo(PaymentStatus.CONFIRMED);
    }

    @Test
    void of_a_charge_that_was_declined_has_it_recorded_and_refunded_once() {
      World world = new World(new ScriptedProcessor().next(Fate.DECLINED));
      OrderId orderId = world.placeOrder();
      PaymentId paymentId = world.pay(orderId, "k").get().receipt().paymentId();
      world.processor.chargeAnyway(paymentId, orderId, World.TOTAL);
      assertThat(world.processor.balanceOf(orderId)).isEqualTo(5000);
      for (String id : List.of("evt_1", "evt_1", "evt_2")) {
        world.shop().receiveProcessorNotice().receive(notice(id, paymentId)).get();
        world.deliverEvents();
      }
      assertThat(world.heard.stream().filter(UnexpectedChargeFound.class::isInstance)).hasSize(1);
      assertThat(world.processor.balanceOf(orderId)).isZero();
      assertThat(world.processor.refundsOf(orderId)).isEqualTo(1);
      assertThat(world.paymentStatus(paymentId)).isEqualTo(PaymentStatus.DECLINED);
    }

    @Test
    void of_a_payment_that_nobody_knows_is_refused_where_nothing_can_be_set_aside() {
      World world = new World();
      PaymentId unknown = new PaymentId(new UUID(7, 7));
      assertThat(world.shop().receiveProcessorNotice().receive(notice("evt_1", unknown)).getLeft())
          .isEqualTo(new PayRefusal.UnknownPayment(unknown));
    }
  }

  @Nested
  class A_journey {

    @Test
    void is_told_from_tap_to_confirmation_seen() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.deliverEvents();
      Instant tapped = Instant.parse("2026-01-01T12:00:00Z");
      CorrelationId tap = new CorrelationId("tap-k");
      assertThat(
              world
                  .shop()
                  .recordSeen()
                  .record(new RecordSeen.Command(tap, tapped, tapped.plusMillis(700)))
                  .isRight())
          .isTrue();
      assertThat(world.shop().showJourneys().summary().confirmed()).isEqualTo(1);
      assertThat(world.shop().showJourneys().summary().p50().toMillis()).isEqualTo(700);
      assertThat(
              world
                  .shop()
                  .recordSeen()
                  .record(new RecordSeen.Command(tap, tapped, tapped.minusMillis(1)))
                  .getLeft()
                  .code())
          .isEqualTo("journey.seen-at-implausible");
    }
  }
}
