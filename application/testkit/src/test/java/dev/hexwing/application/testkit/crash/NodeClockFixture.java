package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.ShopFigures;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.ordering.Catalog;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.testkit.InMemoryDeadLetters;
import dev.hexwing.application.testkit.InMemoryStore;
import dev.hexwing.application.testkit.MutableClock;
import dev.hexwing.application.testkit.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Wrong: a store that judges leases by the clock of whoever asks. */
final class NodeClockFixture implements StoreFixture {

  private static final ThreadLocal<@Nullable InstantSource> ASKING = new ThreadLocal<>();

  private final MutableClock clock = MutableClock.standing();
  private final InMemoryStore store = new InMemoryStore(this::instant);

  private Instant instant() {
    InstantSource asking = ASKING.get();
    return asking == null ? clock.instant() : asking.instant();
  }

  /** A node's way into the store, with its clock. */
  record Judging(UnitOfWork real, InstantSource nodeClock) implements UnitOfWork {

    @Override
    public <R> R execute(Function<Stores, R> work) {
      return byOwnClock(() -> real.execute(work));
    }

    @Override
    public <R> R read(Function<Stores, R> work) {
      return byOwnClock(() -> real.read(work));
    }

    private <R> R byOwnClock(Supplier<R> work) {
      ASKING.set(nodeClock);
      try {
        return work.get();
      } finally {
        ASKING.remove();
      }
    }
  }

  @Override
  public UnitOfWork unitOfWork() {
    return store;
  }

  @Override
  public OutboxQueue outboxQueue() {
    return store;
  }

  @Override
  public DeadLetters deadLetters() {
    return new InMemoryDeadLetters(InstantSource.system());
  }

  @Override
  public Catalog catalog() {
    return store;
  }

  @Override
  public ShopFigures figures() {
    return store;
  }

  @Override
  public void stock(List<Product> products) {
    store.stock(products);
  }

  @Override
  public void advance(Duration time) {
    clock.advance(time);
  }

  @Override
  public void close() {}
}
