package dev.hexwing.application.testkit;

import dev.hexwing.application.ShopFigures;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.ordering.Catalog;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.application.store.UnitOfWork;
import java.time.Duration;
import java.util.List;

/** A store under test, empty when it is opened. */
public interface StoreFixture extends AutoCloseable {

  /** Its transactions. */
  UnitOfWork unitOfWork();

  /** Its outbox. */
  OutboxQueue outboxQueue();

  /** Its dead letters. */
  DeadLetters deadLetters();

  /** Its catalogue. */
  Catalog catalog();

  /** Its figures. */
  ShopFigures figures();

  /** Puts exactly these products on sale. */
  void stock(List<Product> products);

  /** Moves the store's clock ahead, by which it judges leases, without waiting. */
  void advance(Duration time);

  @Override
  void close();
}
