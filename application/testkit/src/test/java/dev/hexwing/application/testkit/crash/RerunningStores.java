package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.IdempotencyKeys;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.payments.OpenPayments;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.testkit.OtherStores;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.IdempotencyKey;
import io.vavr.control.Option;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/** Wrong: a key whose lease ran out is as good as new, and so is its order. */
final class RerunningStores extends OtherStores {

  RerunningStores(Stores real) {
    super(real);
  }

  @Override
  public IdempotencyKeys keys() {
    IdempotencyKeys real = super.keys();
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("find")) {
            return real.find((Principal) arguments[0], (IdempotencyKey) arguments[1])
                .filter(record -> !isAbandoned(record));
          }
          if (method.getName().equals("claim")) {
            KeyedRequest request = (KeyedRequest) arguments[0];
            real.find(request.scope(), request.key())
                .filter(RerunningStores::isAbandoned)
                .forEach(real::withdraw);
          }
          try {
            return method.invoke(real, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return (IdempotencyKeys)
        Proxy.newProxyInstance(
            IdempotencyKeys.class.getClassLoader(),
            new Class<?>[] {IdempotencyKeys.class},
            handler);
  }

  private static boolean isAbandoned(KeyRecord record) {
    return record.state() == KeyState.RUNNING && record.leaseExpired();
  }

  @Override
  public OpenPayments openPayments() {
    OpenPayments real = super.openPayments();
    return new OpenPayments() {
      @Override
      public List<PaymentId> list(Option<OrderId> after, int limit) {
        return real.list(after, limit);
      }

      @Override
      public Option<PaymentId> find(OrderId orderId) {
        return real.find(orderId);
      }

      @Override
      public List<PaymentId> list(Option<OrderId> after, int limit) {
        return real.list(after, limit);
      }

      @Override
      public void claim(OrderId orderId, PaymentId paymentId) {
        real.find(orderId).forEach(holder -> real.release(orderId, holder));
        real.claim(orderId, paymentId);
      }

      @Override
      public void release(OrderId orderId, PaymentId paymentId) {
        real.release(orderId, paymentId);
      }
    };
  }
}
