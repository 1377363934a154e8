package dev.hexwing.application.testkit;

import dev.hexwing.application.payments.OpenPayments;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import io.vavr.Tuple2;
import io.vavr.control.Option;
import java.util.List;

/** The places of orders in memory. */
final class InMemoryOpenPayments implements OpenPayments {

  private final InMemoryTransaction transaction;

  InMemoryOpenPayments(InMemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<PaymentId> find(OrderId orderId) {
    return transaction.view().openPayments.get(orderId);
  }

  @Override
  public List<PaymentId> list(Option<OrderId> after, int limit) {
    return transaction
        .view()
        .openPayments
        .filterKeys(held -> after.forAll(last -> held.value().compareTo(last.value()) > 0))
        .toList()
        .sortBy(held -> held._1().value())
        .take(limit)
        .map(Tuple2::_2)
        .toJavaList();
  }

  @Override
  public void claim(OrderId orderId, PaymentId paymentId) {
    transaction.write(
        tables -> {
          Tables.require(!tables.openPayments.containsKey(orderId), Subject.OPEN_PAYMENT, orderId);
          tables.openPayments = tables.openPayments.put(orderId, paymentId);
        });
  }

  @Override
  public void release(OrderId orderId, PaymentId paymentId) {
    transaction.write(
        tables -> {
          if (tables.openPayments.get(orderId).contains(paymentId)) {
            tables.openPayments = tables.openPayments.remove(orderId);
          }
        });
  }
}
