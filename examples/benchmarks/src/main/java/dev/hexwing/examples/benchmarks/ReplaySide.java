package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finished payments asked again through the use case.
 *
 * <p>Answers are kept in memory once they were asked for twice. To measure the way to the database,
 * each round has an application of its own that remembers nothing, and asks each key once.
 */
final class ReplaySide implements Side {

  /** So many further keys have every connection opened, and their statements prepared on each. */
  static final int LEAD_IN = 240 * Duel.THREADS;

  private static final String NAME = "hexwing";
  private static final int TO_OPEN = 40 * Duel.THREADS;

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
    if (forgetful) {
      database.awaitConnections(NAME, 0);
      shop = Shop.open(database);
      leadIn(this, database, NAME, orders.size());
    } else {
      shop = Shop.open(database);
      ask(this, 0, orders.size());
      ask(this, 0, orders.size());
    }
  }

  /** Asks the last of the orders, until every connection of the pool is open and warm. */
  static void leadIn(Side side, BenchDatabase database, String client, int orders)
      throws Exception {
    ask(side, orders - LEAD_IN, TO_OPEN);
    database.awaitConnections(client, BenchDatabase.CONNECTIONS);
    ask(side, orders - LEAD_IN + TO_OPEN, LEAD_IN - TO_OPEN);
  }

  private static void ask(Side side, int first, int count) throws Exception {
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < Duel.THREADS; i++) {
      workers.add(side.worker());
    }
    Round.run(workers, first, count);
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
