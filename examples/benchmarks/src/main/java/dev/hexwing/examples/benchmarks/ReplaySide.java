package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finished payments asked again through the use case.
 *
 * <p>Answers are kept in memory once they were read. To measure the way to the database, each round
 * has an application of its own that remembers nothing, and asks each key once.
 */
final class ReplaySide implements Side {

  /** So many further keys open the connections and have their statements prepared. */
  static final int LEAD_IN = 80 * Duel.THREADS;

  private final BenchDatabase database;
  private final Principal principal;
  private final List<PlacedOrder> orders;
  private final boolean forgetful;
  private volatile @Nullable Shop shop;

  ReplaySide(
      BenchDatabase database, Principal principal, List<PlacedOrder> orders, boolean forgetful) {
    this.database = database;
    this.principal = principal;
    this.orders = orders;
    this.forgetful = forgetful;
  }

  @Override
  public String name() {
    return forgetful ? "hexwing, database" : "hexwing, memory";
  }

  @Override
  public Worker worker() {
    return item -> Objects.requireNonNull(shop).pay(principal, orders.get(item), true);
  }

  @Override
  public void beforeRound() throws Exception {
    if (shop != null && !forgetful) {
      return;
    }
    close();
    shop = Shop.open(database);
    int first = forgetful ? orders.size() - LEAD_IN : 0;
    Round.run(
        List.of(worker(), worker(), worker(), worker(), worker(), worker(), worker(), worker()),
        first,
        orders.size() - first);
  }

  @Override
  public void close() {
    Shop open = shop;
    if (open != null) {
      open.close();
    }
    shop = null;
  }
}
