package dev.hexwing.persistence;

import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.Payments;
import io.vavr.control.Option;
import java.util.List;

/** Payments as their events, in one table; the primary key holds a version's only place. */
final class JdbcPayments implements Payments {

  private static final String HISTORY =
      """
      select payment_id, version, type, data, correlation_id, causation_id, occurred_at
      from payment_events where payment_id = :paymentId order by version
      """;

  private static final String INSERT =
      """
      insert into payment_events (payment_id, version, type, data, correlation_id, causation_id,
        occurred_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTransaction transaction;

  JdbcPayments(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<Payment> find(PaymentId paymentId) {
    List<PaymentEvent> history = history(paymentId);
    return history.isEmpty() ? Option.none() : Option.some(Payment.reconstitute(history));
  }

  @Override
  public List<PaymentEvent> history(PaymentId paymentId) {
    return transaction.read(
        handle ->
            handle
                .createQuery(HISTORY)
                .bind("paymentId", paymentId)
                .map((row, context) -> EventRow.read(row, "payment_id"))
                .map(EventRow::toDomain)
                .map(PaymentEvent.class::cast)
                .list());
  }

  @Override
  public void save(Payment payment) {
    PaymentId paymentId = payment.id();
    List<PaymentEvent> events = payment.drainEvents();
    for (PaymentEvent event : events) {
      EventRow row = EventRow.from(event);
      transaction.write(
          Write.inserting(INSERT, Subject.PAYMENT, paymentId)
              .uuid(paymentId.value())
              .number(row.version())
              .text(row.type())
              .text(row.data())
              .text(row.correlationId())
              .text(row.causationId())
              .moment(row.occurredAt()));
    }
    transaction.sendOff(events);
  }
}
