package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.payments.OpenPayments;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.testkit.OtherStores;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import io.vavr.control.Option;
import java.util.List;

/** Wrong: every order's place is always free. */
final class SlotlessStores extends OtherStores {

  SlotlessStores(Stores real) {
    super(real);
  }

  @Override
  public OpenPayments openPayments() {
    return new OpenPayments() {
      @Override
      public List<PaymentId> list(Option<OrderId> after, int limit) {
        return List.of();
      }

      @Override
      public Option<PaymentId> find(OrderId orderId) {
        return Option.none();
      }

      @Override
      public List<PaymentId> list(Option<OrderId> after, int limit) {
        return List.of();
      }

      @Override
      public void claim(OrderId orderId, PaymentId paymentId) {}

      @Override
      public void release(OrderId orderId, PaymentId paymentId) {}
    };
  }
}
