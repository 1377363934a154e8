package dev.hexwing.application.testkit;

import dev.hexwing.application.ShopFigures;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.ordering.Catalog;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.application.store.UnitOfWork;
import java.time.Duration;
import java.util.List;

/** A new store in memory, on a clock that the test moves. */
public final class InMemoryFixture implements StoreFixture {

  private final MutableClock clock = MutableClock.standing();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters(clock);

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
    return deadLetters;
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
