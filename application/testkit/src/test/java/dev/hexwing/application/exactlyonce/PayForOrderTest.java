package dev.hexwing.application.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.IdempotencyRefusal;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.payments.PayRefusal;
import dev.hexwing.application.payments.ProcessorCapabilities;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.testkit.ScriptedProcessor;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.RefundStatus;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PayForOrderTest {

  private static Receipt.OfPayment receipt(Either<DomainError, Answered<Receipt.OfPayment>> paid) {
    return paid.get().receipt();
  }

  @Nested
  class A_key_that_comes_again {

    @Test
    void is_told_the_same_without_a_second_charge() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      Answered<Receipt.OfPayment> first = world.pay(orderId, "k").get();
      Answered<Receipt.OfPayment> second = world.pay(orderId, "k").get();
      assertThat(first.replayed()).isFalse();
      assertThat(second.replayed()).isTrue();
      assertThat(second.receipt()).isEqualTo(first.receipt());
      assertThat(world.processor.requests()).isEqualTo(1);
    }

    @Test
    void is_told_the_same_after_the_order_moved_on() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      Receipt.OfPayment first = receipt(world.pay(orderId, "k"));
      world.deliverEvents();
      world.refund(first.paymentId(), "r", World.TOTAL);
      assertThat(receipt(world.pay(orderId, "k"))).isEqualTo(first);
    }

    @Test
    void is_refused_for_another_request_and_nothing_is_run() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      OrderId other = world.placeOrder();
      world.pay(orderId, "k");
      assertThat(world.pay(other, "k").getLeft()).isEqualTo(new IdempotencyRefusal.KeyReused());
      assertThat(world.processor.chargesOf(other)).isZero();
    }

    @Test
    void replays_its_decline_while_a_new_key_may_pay() {
      World world = new World(new ScriptedProcessor().next(Fate.DECLINED));
      OrderId orderId = world.placeOrder();
      assertThat(receipt(world.pay(orderId, "k")).status()).isEqualTo(PaymentStatus.DECLINED);
      assertThat(receipt(world.pay(orderId, "k")).status()).isEqualTo(PaymentStatus.DECLINED);
      assertThat(receipt(world.pay(orderId, "n")).status()).isEqualTo(PaymentStatus.CONFIRMED);
      assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
    }

    @Test
    void charges_once_from_many_threads_at_once() throws Exception {
      World world = new World();
      OrderId orderId = world.placeOrder();
      List<Callable<Either<DomainError, Answered<Receipt.OfPayment>>>> taps =
          IntStream.range(0, 16)
              .<Callable<Either<DomainError, Answered<Receipt.OfPayment>>>>mapToObj(
                  i -> () -> world.pay(orderId, i % 4 == 3 ? "other-" + i : "k"))
              .toList();
      try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
        for (Future<Either<DomainError, Answered<Receipt.OfPayment>>> tap :
            threads.invokeAll(taps)) {
          Either<DomainError, Answered<Receipt.OfPayment>> told = tap.get();
          if (told.isRight()) {
            assertThat(receipt(told).status()).isEqualTo(PaymentStatus.CONFIRMED);
          } else {
            assertThat(told.getLeft().code())
                .isIn("payment.already-open", "order.already-paid", "idempotency.in-progress");
          }
        }
      }
      assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
    }
  }

  @Nested
  class Another_key_for_the_same_order {

    @Test
    void meets_the_payment_that_is_under_way() {
      World world = new World(new ScriptedProcessor().next(Fate.REQUEST_LOST));
      OrderId orderId = world.placeOrder();
      PaymentId open = receipt(world.pay(orderId, "k")).paymentId();
      assertThat(world.pay(orderId, "n").getLeft())
          .isEqualTo(new PayRefusal.PaymentAlreadyOpen(orderId, open));
    }

    @Test
    void meets_the_payment_that_was_confirmed_before_the_order_heard_of_it() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      PaymentId paid = receipt(world.pay(orderId, "k")).paymentId();
      assertThat(world.pay(orderId, "n").getLeft())
          .isEqualTo(new PayRefusal.OrderAlreadyPaid(orderId, paid));
      world.deliverEvents();
      assertThat(world.orderStatus(orderId)).isEqualTo(OrderStatus.PAID);
      assertThat(world.pay(orderId, "n").getLeft())
          .isEqualTo(new PayRefusal.OrderAlreadyPaid(orderId, paid));
      assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
    }
  }

  @Nested
  class A_refusal_before_the_intent_is_recorded {

    @Test
    void leaves_the_key_free_for_the_corrected_request() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      Money wrong = Money.ofMinor(4999, "EUR");
      assertThat(world.pay(orderId, "k", wrong).getLeft())
          .isEqualTo(new PayRefusal.AmountDiffers(World.TOTAL, wrong));
      assertThat(receipt(world.pay(orderId, "k")).status()).isEqualTo(PaymentStatus.CONFIRMED);
    }

    @Test
    void names_an_unknown_order_and_a_cancelled_one() {
      World world = new World();
      OrderId unknown = new OrderId(new UUID(7, 7));
      assertThat(world.pay(unknown, "k").getLeft()).isEqualTo(new PayRefusal.UnknownOrder(unknown));
      OrderId orderId = world.placeOrder();
      world.cancel(orderId);
      assertThat(world.pay(orderId, "k").getLeft())
          .isEqualTo(new PayRefusal.OrderCancelled(orderId));
      assertThat(world.processor.requests()).isZero();
    }
  }

  @Nested
  class A_request_that_certainly_never_left {

    @Test
    void is_taken_back_and_its_key_may_be_used_again() {
      World world = new World(new ScriptedProcessor().next(Fate.NOT_SENT));
      OrderId orderId = world.placeOrder();
      assertThat(world.pay(orderId, "k").getLeft()).isInstanceOf(PayRefusal.ProcessorAway.class);
      assertThat(receipt(world.pay(orderId, "k")).status()).isEqualTo(PaymentStatus.CONFIRMED);
      assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
    }

    @Test
    void keeps_the_refund_of_a_cancelled_order_in_hand() {
      World world = new World(new ScriptedProcessor().next(Fate.ANSWERED, Fate.NOT_SENT));
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.deliverEvents();
      world.cancel(orderId);
      world.deliverEvents();
      assertThat(world.processor.balanceOf(orderId)).isEqualTo(5000);
      world.recover();
      assertThat(world.processor.balanceOf(orderId)).isZero();
      assertThat(world.processor.refundsOf(orderId)).isEqualTo(1);
    }
  }

  @Nested
  class An_unknown_outcome {

    @Test
    void is_told_as_unknown_until_recovery_found_the_charge_and_then_as_confirmed() {
      World world = new World(new ScriptedProcessor().next(Fate.ANSWER_LOST));
      OrderId orderId = world.placeOrder();
      Receipt.OfPayment told = receipt(world.pay(orderId, "k"));
      assertThat(told.status()).isEqualTo(PaymentStatus.OUTCOME_UNKNOWN);
      assertThat(receipt(world.pay(orderId, "k"))).isEqualTo(told);
      world.clock.advance(Duration.ofSeconds(1));
      assertThat(world.recoverOnce()).isEqualTo(1);
      assertThat(receipt(world.pay(orderId, "k")).status()).isEqualTo(PaymentStatus.CONFIRMED);
      assertThat(world.processor.requests()).isEqualTo(1);
      world.deliverEvents();
      assertThat(world.orderStatus(orderId)).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void whose_request_was_lost_is_asked_again_under_the_same_name() {
      World world = new World(new ScriptedProcessor().next(Fate.REQUEST_LOST));
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.recover();
      assertThat(receipt(world.pay(orderId, "k")).status()).isEqualTo(PaymentStatus.CONFIRMED);
      assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
    }

    @Test
    void is_not_asked_again_within_the_settling_time_of_a_processor_that_never_replays() {
      ScriptedProcessor forgetful =
          new ScriptedProcessor(new ProcessorCapabilities(Duration.ZERO, Duration.ofSeconds(60)))
              .next(Fate.ANSWER_LOST);
      World world = new World(forgetful);
      forgetful.blind(2);
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      for (int i = 0; i < 4; i++) {
        world.clock.advance(Duration.ofSeconds(11));
        world.recoverOnce();
      }
      assertThat(receipt(world.pay(orderId, "k")).status()).isEqualTo(PaymentStatus.CONFIRMED);
      assertThat(forgetful.requests()).isEqualTo(1);
    }

    @Test
    void that_no_look_up_ever_settles_is_handed_to_a_person_and_never_told_as_failed() {
      ScriptedProcessor silent = new ScriptedProcessor();
      IntStream.range(0, 100).forEach(i -> silent.next(Fate.REQUEST_LOST));
      World world = new World(silent);
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.recover();
      assertThat(receipt(world.pay(orderId, "k")).status())
          .isEqualTo(PaymentStatus.OUTCOME_UNKNOWN);
      assertThat(world.shop().showDashboard().show().needAttention()).isEqualTo(1);
    }

    @Test
    void of_a_cancelled_order_is_declined_once_the_charge_is_certainly_absent() {
      World world = new World(new ScriptedProcessor().next(Fate.REQUEST_LOST));
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.cancel(orderId);
      world.recover();
      assertThat(receipt(world.pay(orderId, "k")).status()).isEqualTo(PaymentStatus.DECLINED);
      assertThat(world.processor.chargesOf(orderId)).isZero();
      assertThat(world.processor.requests()).isEqualTo(1);
    }
  }

  @Nested
  class Money_that_nobody_is_owed {

    @Test
    void goes_back_when_a_paid_order_is_cancelled() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      PaymentId paymentId = receipt(world.pay(orderId, "k")).paymentId();
      world.deliverEvents();
      world.cancel(orderId);
      world.cancel(orderId);
      world.deliverEvents();
      assertThat(world.processor.balanceOf(orderId)).isZero();
      assertThat(world.processor.refundsOf(orderId)).isEqualTo(1);
      assertThat(world.paymentStatus(paymentId)).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void goes_back_when_the_charge_was_found_after_the_order_was_cancelled() {
      World world = new World(new ScriptedProcessor().next(Fate.ANSWER_LOST));
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.cancel(orderId);
      world.deliverEvents();
      world.recover();
      world.deliverEvents();
      world.recover();
      assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
      assertThat(world.processor.balanceOf(orderId)).isZero();
    }

    @Test
    void goes_back_when_it_was_paid_before_the_order_heard_and_cancelled_meanwhile() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      world.cancel(orderId);
      world.deliverEvents();
      assertThat(world.orderStatus(orderId)).isEqualTo(OrderStatus.CANCELLED);
      assertThat(world.processor.balanceOf(orderId)).isZero();
      assertThat(world.processor.refundsOf(orderId)).isEqualTo(1);
    }
  }

  @Nested
  class A_refund {

    @Test
    void happens_once_for_its_key_and_never_beyond_the_charge() {
      World world = new World();
      PaymentId paymentId = receipt(world.pay(world.placeOrder(), "k")).paymentId();
      Money part = Money.ofMinor(3000, "EUR");
      assertThat(world.refund(paymentId, "r", part).get().receipt().status())
          .isEqualTo(RefundStatus.CONFIRMED);
      assertThat(world.refund(paymentId, "r", part).get().replayed()).isTrue();
      assertThat(world.refund(paymentId, "s", part).getLeft().code())
          .isEqualTo("refund.exceeds-charge");
      assertThat(world.refund(paymentId, "s", Money.ofMinor(2000, "EUR")).isRight()).isTrue();
      assertThat(world.paymentStatus(paymentId)).isEqualTo(PaymentStatus.REFUNDED);
    }
  }

  @Test
  void a_node_that_died_while_it_asked_holds_key_and_order_until_its_lease_runs_out() {
    World world = new World();
    OrderId orderId = world.placeOrder();
    world.kill.at(3);
    assertThatThrownBy(() -> world.pay(orderId, "k")).isInstanceOf(Kill.NodeDied.class);
    world.kill.at(0);
    assertThat(world.pay(orderId, "k").getLeft()).isInstanceOf(IdempotencyRefusal.InProgress.class);
    assertThat(world.pay(orderId, "n").getLeft()).isInstanceOf(PayRefusal.PaymentAlreadyOpen.class);
  }

  @Test
  void an_adapter_that_throws_may_have_charged_so_the_outcome_is_unknown_and_nothing_is_freed() {
    World world = new World(new ScriptedProcessor().next(Fate.ADAPTER_FAILS));
    OrderId orderId = world.placeOrder();
    assertThat(receipt(world.pay(orderId, "k")).status()).isEqualTo(PaymentStatus.OUTCOME_UNKNOWN);
    assertThat(world.pay(orderId, "n").getLeft()).isInstanceOf(PayRefusal.PaymentAlreadyOpen.class);
    world.recover();
    assertThat(receipt(world.pay(orderId, "k")).status()).isEqualTo(PaymentStatus.CONFIRMED);
    assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
  }

  @Nested
  class A_commit_of_which_nobody_knows {

    @Test
    void before_the_request_leaves_an_intent_that_is_carried_out_once_or_none_at_all() {
      for (boolean kept : new boolean[] {true, false}) {
        AtomicInteger breaks = new AtomicInteger();
        World world = world(kept, breaks);
        OrderId orderId = world.placeOrder();
        breaks.set(1);
        assertThatThrownBy(() -> world.pay(orderId, "k")).isInstanceOf(StoreUnavailable.class);
        assertThat(world.processor.requests()).isZero();
        endsWithOneCharge(world, orderId);
      }
    }

    @Test
    void after_the_request_is_told_as_unknown_and_read_back_by_its_key() {
      for (boolean kept : new boolean[] {true, false}) {
        AtomicInteger breaks = new AtomicInteger();
        World world = world(kept, breaks);
        OrderId orderId = world.placeOrder();
        breaks.set(2);
        assertThat(receipt(world.pay(orderId, "k")).status())
            .isEqualTo(PaymentStatus.OUTCOME_UNKNOWN);
        endsWithOneCharge(world, orderId);
      }
    }

    private static World world(boolean kept, AtomicInteger breaks) {
      return new World(new ScriptedProcessor(), real -> new AmbiguousCommit(real, kept, breaks));
    }

    private static void endsWithOneCharge(World world, OrderId orderId) {
      world.restart();
      world.recover();
      assertThat(receipt(world.pay(orderId, "k")).status()).isEqualTo(PaymentStatus.CONFIRMED);
      assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
    }
  }
}
