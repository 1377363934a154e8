package dev.hexwing.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Two sides in turns on one machine: A B, B A, A B, and so on; each pair gives one ratio. */
final class Duel {

  static final int THREADS = 8;

  private final int warmUps;
  private final int pairs;
  private final int perRound;
  private List<String> names = List.of();
  private final List<Round> ourRounds = new ArrayList<>();
  private final List<Round> floorRounds = new ArrayList<>();

  Duel(int warmUps, int pairs, int perRound) {
    this.warmUps = warmUps;
    this.pairs = pairs;
    this.perRound = perRound;
  }

  /** How many items each side needs if none may be done twice. */
  int itemsOfEach() {
    return (warmUps + pairs) * perRound;
  }

  /**
   * Fights it out.
   *
   * <p>After the warm-up the tables are counted: plans that the server made while they were empty
   * would read them from end to end.
   *
   * @param again whether each round does the same items again, rather than the next
   */
  void run(BenchDatabase database, Side ours, Side floor, boolean again) throws Exception {
    names = List.of(ours.name(), floor.name());
    List<Side.Worker> ourWorkers = crew(ours);
    List<Side.Worker> floorWorkers = crew(floor);
    for (int turn = 0; turn < warmUps + pairs; turn++) {
      if (turn <= warmUps) {
        database.settle();
      }
      int first = again ? 0 : turn * perRound;
      boolean oursFirst = turn % 2 == 0;
      Round one = round(oursFirst ? ours : floor, oursFirst ? ourWorkers : floorWorkers, first);
      Round two = round(oursFirst ? floor : ours, oursFirst ? floorWorkers : ourWorkers, first);
      if (turn >= warmUps) {
        ourRounds.add(oursFirst ? one : two);
        floorRounds.add(oursFirst ? two : one);
      }
    }
  }

  private Round round(Side side, List<Side.Worker> workers, int first) throws Exception {
    side.beforeRound();
    return Round.run(workers, first, perRound);
  }

  private static List<Side.Worker> crew(Side side) throws Exception {
    List<Side.Worker> workers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      workers.add(side.worker());
    }
    return workers;
  }

  void tell(Report report) {
    report.row("", names.getFirst(), names.getLast(), "ratio of each pair: median (least–most)");
    row(report, "per second", Round::perSecond, "%.0f");
    row(report, "p50 µs", round -> round.percentileMicros(0.5), "%.0f");
    row(report, "p99 µs", round -> round.percentileMicros(0.99), "%.0f");
    report.note(
        "%d pairs of rounds of %d each, %d threads, after %d pairs of warm-up."
            .formatted(pairs, perRound, THREADS, warmUps));
  }

  private void row(Report report, String what, ToDoubleFunction<Round> figure, String format) {
    double[] ratios = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      ratios[i] = figure.applyAsDouble(ourRounds.get(i)) / figure.applyAsDouble(floorRounds.get(i));
    }
    report.row(
        what,
        format.formatted(Spread.of(ourRounds, figure).median()),
        format.formatted(Spread.of(floorRounds, figure).median()),
        Spread.of(ratios).toString());
  }
}
