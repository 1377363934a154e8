package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.testkit.ProcessorFixture.Direction;
import dev.hexwing.application.testkit.ProcessorFixture.Movement;
import dev.hexwing.domain.delivery.DroneEvent.DroneDispatched;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.PaymentDeclined;
import dev.hexwing.domain.payments.PaymentEvent.PaymentRequested;
import dev.hexwing.domain.payments.PaymentEvent.PaymentWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.RefundRequested;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.Refund;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.payments.RefundStatus;
import dev.hexwing.domain.shared.IdempotencyKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.helpers.MessageFormatter;

/**
 * Compares, after everything has settled, the processor's own books with what the shop holds and
 * with what customers were told.
 */
final class Auditor {

  private final Run run;
  private final OrderId orderId;
  private final List<Movement> moved;
  private final boolean settled;

  private Auditor(Run run, OrderId orderId) {
    this.run = run;
    this.orderId = orderId;
    this.moved = run.processor().movements();
    this.settled = run.canBeSettled();
  }

  /** Fails by the first promise that was broken. */
  static void audit(Run run, OrderId orderId) {
    Auditor auditor = new Auditor(run, orderId);
    auditor.books();
    List<Payment> payments = auditor.payments();
    payments.forEach(auditor::payment);
    auditor.order(payments);
    auditor.told();
  }

  private static void must(boolean fine, String promise, Object... facts) {
    if (!fine) {
      throw new AssertionError(MessageFormatter.arrayFormat(promise, facts).getMessage());
    }
  }

  /** No movement of money happened twice, and the shop never held more than the total. */
  private void books() {
    long balance = 0;
    Set<String> names = new HashSet<>();
    for (Movement movement : moved) {
      must(names.add(movement.name()), "{} moved money twice: {}", movement.name(), moved);
      boolean charge = movement.direction() == Direction.CHARGE;
      balance += charge ? movement.amount().amountMinor() : -movement.amount().amountMinor();
      must(balance <= Run.TOTAL.amountMinor(), "the order was charged twice: {}", moved);
      must(balance >= 0, "more was given back than was charged: {}", moved);
    }
  }

  private List<Payment> payments() {
    return run.heard().stream()
        .filter(PaymentRequested.class::isInstance)
        .map(event -> ((PaymentRequested) event).paymentId())
        .map(this::payment)
        .toList();
  }

  private Payment payment(PaymentId paymentId) {
    List<PaymentEvent> history = run.read(stores -> stores.payments().history(paymentId));
    long outcomes = history.stream().filter(Auditor::isOutcome).count();
    must(outcomes <= 1, "payment {} has {} outcomes: {}", paymentId, outcomes, history);
    List<PaymentEvent> heard =
        run.heard().stream()
            .filter(PaymentEvent.class::isInstance)
            .map(PaymentEvent.class::cast)
            .filter(event -> event.paymentId().equals(paymentId))
            .toList();
    must(
        Set.copyOf(heard).equals(Set.copyOf(history)),
        "what was told of payment {} is not what happened: {}, {}",
        paymentId,
        heard,
        history);
    return Payment.reconstitute(history);
  }

  private static boolean isOutcome(PaymentEvent event) {
    return event instanceof PaymentConfirmed
        || event instanceof PaymentDeclined
        || event instanceof PaymentWithdrawn;
  }

  private void payment(Payment payment) {
    boolean charged = moved(payment.id().toString());
    PaymentStatus status = payment.status();
    must(status != PaymentStatus.REQUESTED, "payment {} was left behind", payment.id());
    must(
        status != PaymentStatus.OUTCOME_UNKNOWN || !settled,
        "payment {} stays unknown, and need not",
        payment.id());
    if (status != PaymentStatus.OUTCOME_UNKNOWN) {
      must(
          charged == payment.charge().isDefined(),
          "payment {} is {}, and was {}",
          payment.id(),
          status,
          charged ? "charged" : "not charged");
    }
    everyRefund(payment).forEach(refund -> refund(payment, refund));
  }

  /** Also those in vain that the payment has forgotten. */
  private List<Refund> everyRefund(Payment payment) {
    return Refund.listOf(run.read(stores -> stores.payments().history(payment.id())));
  }

  private void refund(Payment payment, Refund refund) {
    boolean given = moved(refund.refundId().toString());
    RefundStatus status = refund.status();
    must(status != RefundStatus.REQUESTED, "a refund of {} was left behind", payment.id());
    must(
        status != RefundStatus.OUTCOME_UNKNOWN || !settled,
        "a refund of {} stays unknown, and need not",
        payment.id());
    if (status != RefundStatus.OUTCOME_UNKNOWN) {
      must(
          given == (status == RefundStatus.CONFIRMED),
          "refund {} is {}, and was {}",
          refund.refundId(),
          status,
          given ? "given" : "not given");
    }
  }

  private boolean moved(String name) {
    return moved.stream().anyMatch(movement -> movement.name().equals(name));
  }

  private void order(List<Payment> payments) {
    Order order = run.read(stores -> stores.orders().find(orderId)).get();
    OrderStatus status = order.status();
    long holders = payments.stream().filter(p -> p.status().holdsTheOrder()).count();
    must(holders <= 1, "{} payments hold the order", holders);
    boolean confirmed = payments.stream().anyMatch(Auditor::isConfirmed);
    switch (status) {
      case PLACED -> must(!confirmed, "the order never heard that it was paid");
      case PAID, DISPATCHED, DELIVERED ->
          must(confirmed, "the order is {}, and no payment is confirmed", status);
      case CANCELLED ->
          must(
              balance() == 0 || payments.stream().anyMatch(this::needsPerson),
              "the order is cancelled, and {} is not given back: {}",
              balance(),
              moved);
    }
    long takeOffs = run.heard().stream().filter(DroneDispatched.class::isInstance).count();
    must(takeOffs <= 1, "{} drones took off", takeOffs);
  }

  private static boolean isConfirmed(Payment payment) {
    return payment.status().isFinal() && payment.status().holdsTheOrder();
  }

  /** What is unknown, or was declined to the shop itself, is in the hands of a person. */
  private boolean needsPerson(Payment payment) {
    return payment.status() == PaymentStatus.OUTCOME_UNKNOWN
        || everyRefund(payment).stream().anyMatch(this::isStuck);
  }

  private boolean isStuck(Refund refund) {
    return switch (refund.status()) {
      case OUTCOME_UNKNOWN -> true;
      case DECLINED -> isByPolicy(refund.refundId());
      case REQUESTED, CONFIRMED, WITHDRAWN -> false;
    };
  }

  private boolean isByPolicy(RefundId refundId) {
    return run.heard().stream()
        .filter(RefundRequested.class::isInstance)
        .map(RefundRequested.class::cast)
        .anyMatch(
            asked ->
                asked.refundId().equals(refundId) && asked.metadata().causationId().isDefined());
  }

  private long balance() {
    return moved.stream()
        .mapToLong(
            movement ->
                movement.direction() == Direction.CHARGE
                    ? movement.amount().amountMinor()
                    : -movement.amount().amountMinor())
        .sum();
  }

  private void told() {
    run.told().receipts().forEach(this::told);
    run.told().last().forEach(this::lastTold);
  }

  private void told(String key, List<Receipt> receipts) {
    List<Receipt> ends = receipts.stream().filter(Auditor::isFinal).distinct().toList();
    must(ends.size() <= 1, "{} was told two ends: {}", key, ends);
    Receipt last = receipts.getLast();
    must(ends.isEmpty() || isFinal(last), "{} was told {}, and then {}", key, ends, last);
    must(!settled || isFinal(last), "{} was never told the end: {}", key, last);
    if (last instanceof Receipt.OfPayment payment) {
      boolean paid = payment.status() == PaymentStatus.CONFIRMED;
      boolean failed = payment.status() == PaymentStatus.DECLINED;
      must(
          !paid || moved(payment.paymentId().toString()),
          "{} was told \"paid\", and was not charged",
          key);
      must(!failed || balanceOf(payment) == 0, "{} was told \"failed\", and was charged", key);
    }
    if (last instanceof Receipt.OfRefund refund) {
      must(
          refund.status() == RefundStatus.OUTCOME_UNKNOWN
              || moved(refund.refundId().toString()) == (refund.status() == RefundStatus.CONFIRMED),
          "{} was told {}",
          key,
          refund.status());
    }
    stored(key, last);
  }

  /** What a retry is told changes with the outcome, in one transaction. */
  private void stored(String key, Receipt last) {
    KeyRecord record =
        run.read(stores -> stores.keys().find(Principal.ANONYMOUS, new IdempotencyKey(key)))
            .getOrNull();
    must(record != null, "{} was told {}, and is forgotten", key, last);
    if (record != null) {
      must(
          record.state() == (isFinal(last) ? KeyState.FINISHED : KeyState.NEEDS_ATTENTION),
          "{} is {}, and was told {}",
          key,
          record.state(),
          last);
    }
  }

  private long balanceOf(Receipt.OfPayment receipt) {
    String name = receipt.paymentId().toString();
    Payment payment = run.read(stores -> stores.payments().find(receipt.paymentId())).get();
    boolean unexpectedGivenBack = payment.refundable().isZero() && payment.charge().isDefined();
    return moved(name) && !unexpectedGivenBack ? 1 : 0;
  }

  private void lastTold(String key, String what) {
    must(
        !Map.of("the store is away", 1, "too busy", 1, "processor.unavailable", 1)
            .containsKey(what),
        "{} was told \"{}\" when nothing was amiss any more",
        key,
        what);
    must(
        !what.equals("idempotency.in-progress"),
        "{} was told \"in progress\" when nothing was under way",
        key);
  }

  private static boolean isFinal(Receipt receipt) {
    return switch (receipt) {
      case Receipt.OfPayment payment -> payment.status().isFinal();
      case Receipt.OfRefund refund -> refund.status().isFinal();
      case Receipt.OfOrder order -> true;
    };
  }
}
