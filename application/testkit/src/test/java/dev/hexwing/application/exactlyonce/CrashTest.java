package dev.hexwing.application.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.testkit.ScriptedProcessor;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.DroneStatus;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The node dies at every point of a use case in turn; a new one starts, looks into what was left,
 * and the customer asks again.
 */
class CrashTest {

  @Test
  void a_payment_charges_once_wherever_the_node_dies() {
    int explored =
        explore(
            World::new,
            World::placeOrder,
            (world, orderId) -> world.pay(orderId, "k"),
            (world, orderId) -> {
              world.recover();
              assertThat(world.pay(orderId, "k").get().receipt().status())
                  .isEqualTo(PaymentStatus.CONFIRMED);
              world.deliverEvents();
              assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
              assertThat(world.orderStatus(orderId)).isEqualTo(OrderStatus.PAID);
            });
    assertThat(explored).isGreaterThanOrEqualTo(6);
  }

  @Test
  void a_customer_who_asks_again_at_once_is_served_by_taking_the_dead_nodes_lease_over() {
    explore(
        World::new,
        World::placeOrder,
        (world, orderId) -> world.pay(orderId, "k"),
        (world, orderId) -> {
          assertThat(world.pay(orderId, "k").get().receipt().status())
              .isEqualTo(PaymentStatus.CONFIRMED);
          assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
        });
  }

  @Test
  void a_payment_whose_answer_was_lost_is_found_wherever_the_node_dies() {
    explore(
        () -> new World(new ScriptedProcessor().next(Fate.ANSWER_LOST)),
        World::placeOrder,
        (world, orderId) -> {
          world.pay(orderId, "k");
          world.recover();
        },
        (world, orderId) -> {
          world.pay(orderId, "k");
          world.recover();
          assertThat(world.pay(orderId, "k").get().receipt().status())
              .isEqualTo(PaymentStatus.CONFIRMED);
          assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
        });
  }

  @Test
  void a_refund_gives_back_once_wherever_the_node_dies() {
    explore(
        World::new,
        World::placeOrder,
        (world, orderId) -> {
          PaymentId paymentId = world.pay(orderId, "k").get().receipt().paymentId();
          world.refund(paymentId, "r", Money.ofMinor(2000, "EUR"));
        },
        (world, orderId) -> {
          world.recover();
          PaymentId paymentId = world.pay(orderId, "k").get().receipt().paymentId();
          world.refund(paymentId, "r", Money.ofMinor(2000, "EUR"));
          assertThat(world.paymentStatus(paymentId)).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
          assertThat(world.processor.refundsOf(orderId)).isEqualTo(1);
          assertThat(world.processor.balanceOf(orderId)).isEqualTo(3000);
        });
  }

  @Test
  void a_cancelled_order_ends_with_no_money_moved_wherever_the_node_dies() {
    explore(
        World::new,
        World::placeOrder,
        (world, orderId) -> {
          world.pay(orderId, "k");
          world.cancel(orderId);
          world.deliverEvents();
        },
        (world, orderId) -> {
          assertThat(world.cancel(orderId).isRight()).isTrue();
          world.recover();
          world.deliverEvents();
          world.recover();
          world.deliverEvents();
          assertThat(world.orderStatus(orderId)).isEqualTo(OrderStatus.CANCELLED);
          assertThat(world.processor.balanceOf(orderId)).isZero();
          assertThat(world.processor.refundsOf(orderId)).isLessThanOrEqualTo(1);
        });
  }

  @Test
  void a_paid_order_gets_one_drone_wherever_the_node_dies() {
    explore(
        World::new,
        world -> {
          world.readyDrone("A47");
          world.readyDrone("B12");
          return world.placeOrder();
        },
        (world, orderId) -> {
          world.pay(orderId, "k");
          world.deliverEvents();
        },
        (world, orderId) -> {
          world.recover();
          world.pay(orderId, "k");
          world.deliverEvents();
          assertThat(world.orderStatus(orderId)).isEqualTo(OrderStatus.DISPATCHED);
          assertThat(world.shop().findDelivery().findByOrder(orderId).get().status())
              .isEqualTo(DeliveryStatus.DISPATCHED);
          assertThat(
                  world.shop().listDrones().list(Option.none(), 100).stream()
                      .filter(drone -> drone.status() == DroneStatus.DISPATCHED))
              .hasSize(1);
        });
  }

  @Test
  void an_order_without_its_slot_is_charged_twice_which_the_ledger_shows() {
    World world = new World(new ScriptedProcessor(), SlotIgnored::new);
    OrderId orderId = world.placeOrder();
    world.pay(orderId, "k");
    world.pay(orderId, "another");
    assertThat(world.processor.chargesOf(orderId)).isEqualTo(2);
  }

  /** Returns how many points there were to die at. */
  private static int explore(
      Supplier<World> worlds,
      Function<World, OrderId> given,
      BiConsumer<World, OrderId> when,
      BiConsumer<World, OrderId> then) {
    World calm = worlds.get();
    OrderId calmOrder = given.apply(calm);
    calm.kill.at(0);
    when.accept(calm, calmOrder);
    int points = calm.kill.points();
    for (int point = 1; point <= points; point++) {
      World world = worlds.get();
      OrderId orderId = given.apply(world);
      world.kill.at(point);
      String where = dies(world, orderId, when);
      world.restart();
      try {
        then.accept(world, orderId);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("dead at point " + point + " of " + points + ", " + where, e);
      }
    }
    return points;
  }

  private static String dies(World world, OrderId orderId, BiConsumer<World, OrderId> when) {
    try {
      when.accept(world, orderId);
      return "in the background, " + world.kill.lastPoint();
    } catch (Kill.NodeDied died) {
      return String.valueOf(died.getMessage());
    }
  }

  /** A store that forgets to claim the order's only open payment. */
  private record SlotIgnored(UnitOfWork real) implements UnitOfWork {
    @Override
    public <R> R execute(Function<Stores, R> work) {
      return real.execute(stores -> work.apply(new StoresWithoutSlot(stores)));
    }

    @Override
    public <R> R read(Function<Stores, R> work) {
      return real.read(work);
    }
  }
}
