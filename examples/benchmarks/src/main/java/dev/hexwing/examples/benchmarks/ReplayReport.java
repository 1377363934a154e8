package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.Principal;
import java.util.ArrayList;
import java.util.List;

/**
 * A finished payment asked again, from the database and from memory, against selecting it by hand.
 */
final class ReplayReport {

  /** As many as Hexwing keeps in memory, less those that warm connections up. */
  private static final int MOST = 7_000;

  private static final Principal CUSTOMERS = new Principal("replayed");

  private ReplayReport() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    int perRound = quick ? 400 : MOST;
    int pairs = quick ? 2 : 24;
    int warmUps = quick ? 1 : 6;
    List<PlacedOrder> orders = PlacedOrder.place(database, perRound + ReplaySide.LEAD_IN);
    pay(database, orders);
    report.title("Replay of a finished payment, from the database");
    Duel byHand = new Duel(warmUps, pairs, perRound);
    duel(
        database, orders, true, byHand, new CarefulSelectSide(database, CUSTOMERS, orders), report);
    Duel bare = new Duel(warmUps, pairs, perRound);
    duel(database, orders, true, bare, new SelectSide(database, CUSTOMERS, orders), report);
    report.title("Replay of a finished payment, from memory");
    Duel memory = new Duel(warmUps, pairs, perRound);
    duel(database, orders, false, memory, new SelectSide(database, CUSTOMERS, orders), report);
  }

  private static void duel(
      BenchDatabase database,
      List<PlacedOrder> orders,
      boolean forgetful,
      Duel duel,
      Side floor,
      Report report)
      throws Exception {
    try (floor;
        Side ours = new ReplaySide(database, CUSTOMERS, orders, forgetful)) {
      duel.run(database, ours, floor, true);
      duel.tell(report);
    }
  }

  private static void pay(BenchDatabase database, List<PlacedOrder> orders) throws Exception {
    try (Shop shop = Shop.open(database)) {
      List<Side.Worker> workers = new ArrayList<>();
      for (int i = 0; i < Duel.THREADS; i++) {
        workers.add(item -> shop.pay(CUSTOMERS, orders.get(item), false));
      }
      Round.run(workers, 0, orders.size());
    }
  }
}
