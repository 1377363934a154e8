package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.Principal;
import java.util.ArrayList;
import java.util.List;

/** A finished payment asked again, from the database and from memory, against a bare select. */
final class ReplayReport {

  /** As many as Hexwing keeps in memory, less those that warm connections up. */
  private static final int MOST = 8_000;

  private static final Principal CUSTOMERS = new Principal("replayed");

  private ReplayReport() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    int perRound = quick ? 400 : MOST;
    int pairs = quick ? 2 : 24;
    int warmUps = quick ? 1 : 6;
    List<PlacedOrder> orders = PlacedOrder.place(database, perRound + ReplaySide.LEAD_IN);
    pay(database, orders);
    report.title("Replay of a finished payment, from the database");
    duel(database, orders, true, new Duel(warmUps, pairs, perRound), report);
    report.title("Replay of a finished payment, from memory");
    duel(database, orders, false, new Duel(warmUps, pairs, perRound), report);
  }

  private static void duel(
      BenchDatabase database, List<PlacedOrder> orders, boolean forgetful, Duel duel, Report report)
      throws Exception {
    try (Side ours = new ReplaySide(database, CUSTOMERS, orders, forgetful);
        Side floor = new SelectSide(database, CUSTOMERS, orders)) {
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
