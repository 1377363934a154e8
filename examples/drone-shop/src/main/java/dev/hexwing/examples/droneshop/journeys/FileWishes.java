package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.csv.CsvRow;
import dev.hexwing.examples.droneshop.csv.FileOrder;
import dev.hexwing.examples.droneshop.csv.OrderFile;
import dev.hexwing.examples.droneshop.csv.UnusableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Customers read from a file as they are needed. */
final class FileWishes implements Wishes {

  private final OrderFile orders;
  private final long seed;
  private long number;

  private FileWishes(OrderFile orders, long seed) {
    this.orders = orders;
    this.seed = seed;
  }

  static FileWishes open(Path file, Range range, long seed, Consumer<CsvRow.Bad> onBad)
      throws UnusableFile {
    return new FileWishes(OrderFile.open(file, range::has, onBad), seed);
  }

  @Override
  public long expected() {
    return 0;
  }

  @Override
  public Optional<Wish> next() throws UnusableFile {
    return orders.next().map(this::wish);
  }

  private Wish wish(FileOrder order) {
    Temper temper = Temper.of(Temper.dice(seed, number));
    List<Map<String, Object>> lines =
        order.items().stream()
            .map(item -> Map.<String, Object>of("sku", item.sku(), "quantity", item.quantity()))
            .toList();
    return new Wish(
        number++,
        "line " + order.line(),
        lines,
        order.latitude(),
        order.longitude(),
        order.taps(),
        temper.tapsAnew(),
        temper.method(),
        temper.haste());
  }

  @Override
  public void close() {
    try {
      orders.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
