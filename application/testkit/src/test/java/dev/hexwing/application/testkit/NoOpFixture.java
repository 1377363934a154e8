package dev.hexwing.application.testkit;

import dev.hexwing.application.ShopFigures;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.journey.JourneySummary;
import dev.hexwing.application.ordering.Catalog;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import io.vavr.control.Option;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store that keeps nothing and finds nothing: no test of a contract may pass on it. */
final class NoOpFixture implements StoreFixture {

  private final Stores stores = idle(Stores.class);

  static <T> T idle(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> nothing(method, arguments)));
  }

  private static @Nullable Object nothing(Method method, Object @Nullable [] arguments) {
    Class<?> type = method.getReturnType();
    if (type == Option.class) {
      return Option.none();
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == KeyRecord.class && arguments != null) {
      return arguments[0];
    }
    if (type == JourneySummary.class) {
      return JourneySummary.of(0, 0, 0, List.of());
    }
    if (type == OutboxQueue.Backlog.class) {
      return new OutboxQueue.Backlog(0, 0, Duration.ZERO);
    }
    if (type == ShopFigures.Figures.class) {
      return new ShopFigures.Figures(Map.of(), Map.of(), Map.of());
    }
    return type.isInterface() ? idle(type) : null;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return new UnitOfWork() {
      @Override
      public <R> R execute(Function<Stores, R> work) {
        return work.apply(stores);
      }

      @Override
      public <R> R read(Function<Stores, R> work) {
        return work.apply(stores);
      }
    };
  }

  @Override
  public OutboxQueue outboxQueue() {
    return idle(OutboxQueue.class);
  }

  @Override
  public DeadLetters deadLetters() {
    return idle(DeadLetters.class);
  }

  @Override
  public Catalog catalog() {
    return idle(Catalog.class);
  }

  @Override
  public ShopFigures figures() {
    return idle(ShopFigures.class);
  }

  @Override
  public void stock(List<Product> products) {}

  @Override
  public void advance(Duration time) {}

  @Override
  public void close() {}
}
