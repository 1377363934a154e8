package dev.hexwing.examples.droneshop.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Customers drawn by dice: a few products of one currency each, near some city. */
final class DrawnWishes implements Wishes {

  private static final int MOST_LINES = 4;
  private static final int MOST_QUANTITY = 3;
  private static final double NEARBY = 0.05;
  private static final double[][] CITIES = {
    {52.52, 13.405},
    {48.857, 2.352},
    {40.713, -74.006},
    {35.682, 139.759},
    {29.376, 47.977},
    {-33.869, 151.209},
    {51.507, -0.128},
    {41.387, 2.17}
  };

  private final Range range;
  private final long count;
  private final int taps;
  private final long seed;
  private long number;

  DrawnWishes(Range range, long count, int taps, long seed) {
    this.range = range;
    this.count = count;
    this.taps = taps;
    this.seed = seed;
  }

  @Override
  public long expected() {
    return count;
  }

  @Override
  public Optional<Wish> next() {
    if (number == count) {
      return Optional.empty();
    }
    SplittableRandom dice = Temper.dice(seed, number);
    Temper temper = Temper.of(dice);
    double[] city = CITIES[dice.nextInt(CITIES.length)];
    Wish wish =
        new Wish(
            number,
            "customer " + (number + 1),
            lines(dice),
            near(city[0], dice),
            near(city[1], dice),
            taps,
            temper.tapsAnew(),
            temper.method(),
            temper.haste());
    number++;
    return Optional.of(wish);
  }

  private List<Map<String, Object>> lines(SplittableRandom dice) {
    List<List<String>> shelves = range.shelves();
    List<String> shelf = new ArrayList<>(shelves.get(dice.nextInt(shelves.size())));
    List<Map<String, Object>> lines = new ArrayList<>();
    int wanted = 1 + dice.nextInt(Math.min(MOST_LINES, shelf.size()));
    while (lines.size() < wanted) {
      String sku = shelf.remove(dice.nextInt(shelf.size()));
      lines.add(Map.of("sku", sku, "quantity", 1 + dice.nextInt(MOST_QUANTITY)));
    }
    return lines;
  }

  private static double near(double degrees, SplittableRandom dice) {
    double exact = degrees + (dice.nextDouble() - 0.5) * 2 * NEARBY;
    return Math.round(exact * 1e6) / 1e6;
  }

  @Override
  public void close() {
    // Dice hold nothing open.
  }
}
