package dev.hexwing.persistence;

import dev.hexwing.application.payments.OpenPayments;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import io.vavr.control.Option;
import java.util.UUID;

/** The places of orders; the primary key holds the only one. */
final class JdbcOpenPayments implements OpenPayments {

  private static final String FIND =
      "select payment_id from open_payments where order_id = :orderId";

  private static final String CLAIM =
      "insert into open_payments (order_id, payment_id) values (?, ?)";

  private static final String RELEASE =
      "delete from open_payments where order_id = ? and payment_id = ?";

  private final JdbcTransaction transaction;

  JdbcOpenPayments(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<PaymentId> find(OrderId orderId) {
    return transaction.read(
        handle ->
            Option.ofOptional(
                handle
                    .createQuery(FIND)
                    .bind("orderId", orderId)
                    .mapTo(UUID.class)
                    .findOne()
                    .map(PaymentId::new)));
  }

  @Override
  public void claim(OrderId orderId, PaymentId paymentId) {
    transaction.write(
        Write.inserting(CLAIM, Subject.OPEN_PAYMENT, orderId)
            .uuid(orderId.value())
            .uuid(paymentId.value()));
  }

  @Override
  public void release(OrderId orderId, PaymentId paymentId) {
    transaction.write(Write.changingAny(RELEASE).uuid(orderId.value()).uuid(paymentId.value()));
  }
}
