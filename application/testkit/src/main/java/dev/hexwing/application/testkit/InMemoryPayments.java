package dev.hexwing.application.testkit;

import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.Payments;
import dev.hexwing.domain.shared.Version;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;

/** Payments in memory, as their events. */
final class InMemoryPayments implements Payments {

  private final InMemoryTransaction transaction;

  InMemoryPayments(InMemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<Payment> find(PaymentId paymentId) {
    List<PaymentEvent> history = history(paymentId);
    return history.isEmpty() ? Option.none() : Option.some(Payment.reconstitute(history));
  }

  @Override
  public List<PaymentEvent> history(PaymentId paymentId) {
    return transaction.view().payments.getOrElse(paymentId, Vector.empty()).toJavaList();
  }

  @Override
  public void save(Payment payment) {
    PaymentId paymentId = payment.id();
    Version expected = payment.storedVersion();
    List<PaymentEvent> events =
        payment.drainEvents().stream().map(event -> (PaymentEvent) Moments.kept(event)).toList();
    if (events.isEmpty()) {
      return;
    }
    transaction.write(
        tables -> {
          Vector<PaymentEvent> before = tables.payments.getOrElse(paymentId, Vector.empty());
          Tables.require(before.size() == expected.value(), Subject.PAYMENT, paymentId);
          tables.payments = tables.payments.put(paymentId, before.appendAll(events));
          tables.sendOff(events, transaction.now());
        });
  }
}
