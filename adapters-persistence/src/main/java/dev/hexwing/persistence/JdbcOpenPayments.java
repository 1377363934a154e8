package dev.hexwing.persistence;

import dev.hexwing.application.payments.OpenPayments;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import io.vavr.control.Option;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** The places of orders; the primary key holds the only one. */
final class JdbcOpenPayments implements OpenPayments {

  private static final String FIND =
      "select payment_id from open_payments where order_id = :orderId";

  private static final String LIST =
      "select payment_id from open_payments order by order_id limit :limit";

  private static final String LIST_AFTER =
      "select payment_id from open_payments where order_id > :after order by order_id limit :limit";

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
  public List<PaymentId> list(Option<OrderId> after, int limit) {
    return transaction.read(
        handle -> {
          Query query =
              after.isDefined()
                  ? handle.createQuery(LIST_AFTER).bind("after", after.get())
                  : handle.createQuery(LIST);
          return query.bind("limit", limit).mapTo(UUID.class).map(PaymentId::new).list();
        });
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
