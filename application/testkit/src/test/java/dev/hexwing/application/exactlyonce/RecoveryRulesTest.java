package dev.hexwing.application.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.IdempotencyRefusal;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.payments.ProcessorNotice;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.testkit.MutableClock;
import dev.hexwing.application.testkit.ProcessorFamily;
import dev.hexwing.application.testkit.ScriptedProcessor;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundStatus;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.Money;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What recovery, retries, notices and late answers may do to a payment, and what they may not. */
class RecoveryRulesTest {

  private static final Duration LEASE_OVER = Duration.ofSeconds(21);

  private static PaymentStatus told(Either<DomainError, Answered<Receipt.OfPayment>> answer) {
    return answer.get().receipt().status();
  }

  /** A payment whose node died after the processor had charged. */
  private static OrderId charged(World world) {
    OrderId orderId = world.placeOrder();
    world.kill.at(4);
    assertThatThrownBy(() -> world.pay(orderId, "k")).isInstanceOf(Kill.NodeDied.class);
    world.kill.at(0);
    assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
    return orderId;
  }

  /** A transaction that another overtakes before it commits. */
  private record Overtaken(UnitOfWork real, Runnable rival) implements UnitOfWork {
    @Override
    public <R> R execute(Function<Stores, R> work) {
      return real.execute(
          stores -> {
            R done = work.apply(stores);
            rival.run();
            return done;
          });
    }

    @Override
    public <R> R read(Function<Stores, R> work) {
      return real.read(work);
    }
  }

  @Nested
  class A_lease_that_ran_out {

    @Test
    void hands_the_intent_to_a_look_up_and_not_to_the_handler() {
      World world = new World();
      OrderId orderId = charged(world);
      world.clock.advance(LEASE_OVER);
      assertThat(told(world.pay(orderId, "k"))).isEqualTo(PaymentStatus.CONFIRMED);
      assertThat(world.processor.lookUps()).isEqualTo(1);
      assertThat(world.processor.requests()).isEqualTo(1);
    }

    @Test
    void does_not_end_the_life_of_the_record() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      Receipt.OfPayment first = world.pay(orderId, "k").get().receipt();
      world.clock.advance(LEASE_OVER.multipliedBy(100));
      world.recover();
      assertThat(world.pay(orderId, "k").get().receipt()).isEqualTo(first);
    }
  }

  @Nested
  class A_look_up_that_fails {

    @Test
    void leaves_an_unknown_payment_unknown() {
      World world = new World(new ScriptedProcessor(ProcessorFamily.NO_LOOK_UP.capabilities()));
      OrderId orderId = world.placeOrder();
      world.processor.next(Fate.ANSWER_LOST, Fate.REQUEST_LOST, Fate.REQUEST_LOST);
      PaymentId paymentId = world.pay(orderId, "k").get().receipt().paymentId();
      world.clock.advance(Duration.ofSeconds(1));
      world.recoverOnce();
      assertThat(world.paymentStatus(paymentId)).isEqualTo(PaymentStatus.OUTCOME_UNKNOWN);
      assertThat(told(world.pay(orderId, "k"))).isEqualTo(PaymentStatus.OUTCOME_UNKNOWN);
    }

    @Test
    void never_takes_a_confirmation_back() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      PaymentId paymentId = world.pay(orderId, "k").get().receipt().paymentId();
      world.processor.blind(1_000);
      world.recover();
      assertThat(world.paymentStatus(paymentId)).isEqualTo(PaymentStatus.CONFIRMED);
      assertThat(told(world.pay(orderId, "k"))).isEqualTo(PaymentStatus.CONFIRMED);
    }
  }

  @Nested
  class Response_notice_recovery_and_retry {

    private static void notice(World world, OrderId orderId, String id) {
      PaymentId paymentId = world.stores(stores -> stores.openPayments().find(orderId)).get();
      world
          .shop()
          .receiveProcessorNotice()
          .receive(
              new ProcessorNotice(
                  id,
                  paymentId,
                  ProcessorNotice.Kind.CHARGED,
                  new ProcessorReference("pi_" + paymentId),
                  new CorrelationId("notice")))
          .get();
    }

    @Test
    void in_every_order_give_one_outcome_and_one_set_of_events() {
      List<Consumer<World>> words = new ArrayList<>();
      List<String> sets = new ArrayList<>();
      for (Vector<Integer> order : Vector.range(0, 4).permutations()) {
        World world = new World();
        OrderId orderId = charged(world);
        words.clear();
        words.add(w -> notice(w, orderId, "evt_1"));
        words.add(w -> notice(w, orderId, "evt_2"));
        words.add(World::recoverOnce);
        words.add(w -> w.pay(orderId, "k"));
        order.forEach(
            word -> {
              words.get(word).accept(world);
              world.clock.advance(LEASE_OVER);
            });
        world.recover();
        world.deliverEvents();
        assertThat(told(world.pay(orderId, "k"))).isEqualTo(PaymentStatus.CONFIRMED);
        assertThat(world.orderStatus(orderId)).isEqualTo(OrderStatus.PAID);
        assertThat(world.processor.chargesOf(orderId)).isEqualTo(1);
        sets.add(
            world.heard.stream()
                .map(DomainEvent::getClass)
                .map(Class::getSimpleName)
                .sorted()
                .toList()
                .toString());
      }
      assertThat(sets).hasSize(24).containsOnly(sets.get(0));
    }
  }

  @Nested
  class A_key_used_for_another_request {

    private static Either<DomainError, Answered<Receipt.OfPayment>> other(
        World world, OrderId orderId) {
      return world.pay(orderId, "k", World.TOTAL, new PaymentMethodToken("pm_card_amex"));
    }

    private static void isRefused(World world, OrderId orderId) {
      int requests = world.processor.requests();
      assertThat(other(world, orderId).getLeft()).isEqualTo(new IdempotencyRefusal.KeyReused());
      assertThat(world.processor.requests()).isEqualTo(requests);
    }

    @Test
    void is_refused_on_replay() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      isRefused(world, orderId);
    }

    @Test
    void is_refused_while_the_first_is_unknown() {
      World world = new World(new ScriptedProcessor().next(Fate.ANSWER_LOST));
      OrderId orderId = world.placeOrder();
      world.pay(orderId, "k");
      isRefused(world, orderId);
    }

    @Test
    void is_refused_while_the_first_is_under_way_and_after_its_lease_and_takes_nothing_over() {
      World world = new World();
      OrderId orderId = charged(world);
      isRefused(world, orderId);
      world.clock.advance(LEASE_OVER);
      isRefused(world, orderId);
      assertThat(world.recoverOnce()).isEqualTo(1);
      isRefused(world, orderId);
    }

    @Test
    void is_refused_when_both_come_at_once_and_one_loses_at_the_commit() {
      AtomicInteger rivals = new AtomicInteger(1);
      World[] worlds = new World[1];
      OrderId[] orders = new OrderId[1];
      worlds[0] =
          new World(
              new ScriptedProcessor(),
              real ->
                  new Overtaken(
                      real,
                      () -> {
                        if (orders[0] != null && rivals.getAndDecrement() == 1) {
                          worlds[0].pay(orders[0], "k");
                        }
                      }));
      orders[0] = worlds[0].placeOrder();
      assertThat(other(worlds[0], orders[0]).getLeft())
          .isEqualTo(new IdempotencyRefusal.KeyReused());
      assertThat(worlds[0].processor.chargesOf(orders[0])).isEqualTo(1);
    }
  }

  @Nested
  class A_commit_of_which_nobody_knows {

    @Test
    void is_never_repeated() {
      for (int broken = 1; broken <= 2; broken++) {
        AtomicInteger breaks = new AtomicInteger();
        AtomicInteger commits = new AtomicInteger();
        World world =
            new World(
                new ScriptedProcessor(),
                real -> new Counted(new AmbiguousCommit(real, true, breaks), commits));
        OrderId orderId = world.placeOrder();
        commits.set(0);
        breaks.set(broken);
        try {
          world.pay(orderId, "k");
        } catch (StoreUnavailable unknown) {
          assertThat(unknown.mayHaveCommitted()).isTrue();
        }
        assertThat(commits).hasValue(broken);
      }
    }

    /** Counts transactions. */
    private record Counted(UnitOfWork real, AtomicInteger commits) implements UnitOfWork {
      @Override
      public <R> R execute(Function<Stores, R> work) {
        commits.incrementAndGet();
        return real.execute(work);
      }

      @Override
      public <R> R read(Function<Stores, R> work) {
        return real.read(work);
      }
    }
  }

  @Nested
  class A_refund_of_a_cancelled_order {

    @Test
    void that_came_to_nothing_is_made_up_for() {
      World world = new World();
      OrderId orderId = world.placeOrder();
      PaymentId paymentId = world.pay(orderId, "k").get().receipt().paymentId();
      world.deliverEvents();
      world.processor.next(Fate.REQUEST_LOST, Fate.ANSWERED, Fate.DECLINED);
      world.refund(paymentId, "r", Money.ofMinor(2000, "EUR"));
      world.cancel(orderId);
      world.deliverEvents();
      world.recover();
      world.deliverEvents();
      world.recover();
      assertThat(world.processor.balanceOf(orderId)).isZero();
      assertThat(world.paymentStatus(paymentId)).isEqualTo(PaymentStatus.REFUNDED);
    }
  }

  @Nested
  class A_refund_that_came_to_nothing_and_is_forgotten_while_its_owner_slept {

    private static final Money PART = Money.ofMinor(2000, "EUR");

    private final AtomicInteger commits = new AtomicInteger();

    /** What its owner is told, whose recording is overtaken by all this. */
    private Receipt.OfRefund told(
        ScriptedProcessor processor, Fate fate, BiConsumer<World, PaymentId> meanwhile) {
      World[] overtaken = new World[1];
      PaymentId[] charged = new PaymentId[1];
      overtaken[0] =
          new World(
              processor,
              real ->
                  new Overtaken(
                      real,
                      () -> {
                        if (commits.decrementAndGet() == 0) {
                          meanwhile.accept(overtaken[0], charged[0]);
                        }
                      }));
      World world = overtaken[0];
      PaymentId paymentId = world.pay(world.placeOrder(), "k").get().receipt().paymentId();
      charged[0] = paymentId;
      processor.next(fate);
      commits.set(2);
      Receipt.OfRefund told = world.refund(paymentId, "r", PART).get().receipt();
      Payment payment = world.stores(stores -> stores.payments().find(paymentId)).get();
      assertThat(payment.refund(told.refundId()).isEmpty()).isTrue();
      return told;
    }

    /** Recovery hears of a decline, and so does whoever asks for another refund. */
    private static void declinedTwice(World world, PaymentId paymentId) {
      world.clock.advance(LEASE_OVER);
      assertThat(world.recoverOnce()).isEqualTo(1);
      world.processor.next(Fate.DECLINED);
      assertThat(world.refund(paymentId, "s", PART).get().receipt().status())
          .isEqualTo(RefundStatus.DECLINED);
    }

    @Test
    void is_told_from_the_history_when_the_answer_behind_its_key_is_deleted() {
      Receipt.OfRefund told =
          told(
              new ScriptedProcessor(),
              Fate.DECLINED,
              (world, paymentId) -> {
                declinedTwice(world, paymentId);
                world.clock.advance(Duration.ofDays(2));
                world.purge();
              });
      assertThat(told.status()).isEqualTo(RefundStatus.DECLINED);
      assertThat(told.amount()).isEqualTo(PART);
    }

    @Test
    void is_told_as_it_was_recorded_when_the_processor_comes_to_say_otherwise() {
      Receipt.OfRefund told =
          told(
              new ScriptedProcessor(ProcessorFamily.NO_KEYS, MutableClock.standing()),
              Fate.ANSWERED,
              (world, paymentId) -> {
                world.processor.blind(1);
                world.processor.next(Fate.DECLINED);
                declinedTwice(world, paymentId);
              });
      assertThat(told.status()).isEqualTo(RefundStatus.DECLINED);
    }
  }

  @Nested
  class A_processor_without_look_ups {

    @Test
    void is_asked_again_only_while_it_replays_since_the_first_request() {
      World world = new World(new ScriptedProcessor(ProcessorFamily.NO_LOOK_UP.capabilities()));
      OrderId orderId = world.placeOrder();
      world.processor.next(Fate.ERROR_AFTER);
      world.pay(orderId, "k");
      world.clock.advance(Duration.ofHours(23));
      assertThat(world.recoverOnce()).isEqualTo(1);
      int asked = world.processor.requests();
      world.clock.advance(Duration.ofHours(2));
      assertThat(world.recoverOnce()).isEqualTo(1);
      assertThat(world.processor.requests()).isEqualTo(asked);
    }
  }
}
