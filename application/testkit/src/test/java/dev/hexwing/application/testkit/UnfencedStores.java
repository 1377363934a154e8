package dev.hexwing.application.testkit;

import dev.hexwing.application.events.EventRecords;
import dev.hexwing.application.idempotency.IdempotencyKeys;
import dev.hexwing.application.store.Stores;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.Payments;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.Version;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** Wrong: whoever writes last is believed, at whatever version and under whatever token. */
public final class UnfencedStores extends OtherStores {

  private final InMemoryTransaction transaction;

  /** Over the store in memory alone. */
  public UnfencedStores(Stores real) {
    super(real);
    this.transaction = (InMemoryTransaction) real;
  }

  @Override
  public IdempotencyKeys keys() {
    return UnfencedKeys.over(super.keys());
  }

  @Override
  public Payments payments() {
    Payments real = super.payments();
    return new Payments() {
      @Override
      public Option<Payment> find(PaymentId paymentId) {
        return real.find(paymentId);
      }

      @Override
      public List<PaymentEvent> history(PaymentId paymentId) {
        return real.history(paymentId);
      }

      @Override
      public void save(Payment payment) {
        List<PaymentEvent> events = payment.drainEvents();
        transaction.write(
            tables -> {
              Vector<PaymentEvent> before = tables.payments.getOrElse(payment.id(), Vector.empty());
              List<PaymentEvent> next = after(before.size(), events);
              tables.payments = tables.payments.put(payment.id(), before.appendAll(next));
              tables.sendOff(next, transaction.now());
            });
      }
    };
  }

  private static List<PaymentEvent> after(int version, List<PaymentEvent> events) {
    List<PaymentEvent> next = new ArrayList<>();
    for (PaymentEvent event : events) {
      EventRecord record = EventRecords.toRecord(event);
      EventMetadata was = record.metadata();
      int number = version + next.size() + 1;
      next.add(
          (PaymentEvent)
              EventRecords.toEvent(
                  new EventRecord(
                      record.type(),
                      record.data(),
                      new EventMetadata(
                          new EventId(was.aggregateId() + "/" + number),
                          was.aggregateId(),
                          new Version(number),
                          was.occurredAt(),
                          was.correlationId(),
                          was.causationId()))));
    }
    return next;
  }
}
