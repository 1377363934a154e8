package dev.hexwing.examples.droneshop.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Orders read one by one from a file with the columns {@code
 * order,sku,quantity,latitude,longitude,taps}; the rows of one order are its lines.
 *
 * <p>The place and the taps are those of an order's first row; later rows repeat them or leave them
 * empty. A bad row is left out and reported; its order goes on with the rows that are good. The
 * rows of an order may stand anywhere in a file up to a size; in a larger one, which is read as a
 * stream, they stand together, and a row that comes back to an earlier order is bad. Not safe for
 * use by several threads.
 */
public final class OrderFile implements Closeable {

  /** Up to so many bytes a file is read as a whole. */
  public static final long WHOLE_UP_TO = 8L * 1024 * 1024;

  private static final List<String> COLUMNS =
      List.of("order", "sku", "quantity", "latitude", "longitude", "taps");

  private final Path file;
  private final CsvTable table;
  private final boolean whole;
  private final Predicate<String> isSold;
  private final Consumer<CsvRow.Bad> onBad;
  private final Set<String> ended = new HashSet<>();
  private final Map<String, OrderRows> open = new LinkedHashMap<>();
  private final Deque<FileOrder> ready = new ArrayDeque<>();
  private boolean atEnd;

  private OrderFile(
      Path file,
      CsvTable table,
      boolean whole,
      Predicate<String> isSold,
      Consumer<CsvRow.Bad> onBad) {
    this.file = file;
    this.table = table;
    this.whole = whole;
    this.isSold = isSold;
    this.onBad = onBad;
  }

  /**
   * Opens a file.
   *
   * @param isSold whether there is a product of that name
   * @param onBad told of every bad row
   * @throws UnusableFile if it cannot be read or lacks a column
   */
  public static OrderFile open(Path file, Predicate<String> isSold, Consumer<CsvRow.Bad> onBad)
      throws UnusableFile {
    return open(file, WHOLE_UP_TO, isSold, onBad);
  }

  static OrderFile open(
      Path file, long wholeUpTo, Predicate<String> isSold, Consumer<CsvRow.Bad> onBad)
      throws UnusableFile {
    try {
      CsvTable table = CsvTable.open(file, COLUMNS);
      return new OrderFile(file, table, Files.size(file) <= wholeUpTo, isSold, onBad);
    } catch (IOException e) {
      throw new UnusableFile(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The next order; empty at the end.
   *
   * @throws UnusableFile if the file can no longer be read
   */
  public Optional<FileOrder> next() throws UnusableFile {
    try {
      while (ready.isEmpty() && !atEnd) {
        Optional<CsvRow> row = table.next();
        if (row.isEmpty()) {
          atEnd = true;
          endAllBut(null);
        } else {
          switch (row.get()) {
            case CsvRow.Bad bad -> onBad.accept(bad);
            case CsvRow.Fields fields -> take(fields);
          }
        }
      }
      return Optional.ofNullable(ready.poll());
    } catch (IOException e) {
      throw new UnusableFile(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private void take(CsvRow.Fields row) {
    String name = row.fields().get(0);
    try {
      if (name.isEmpty() || name.length() > 100) {
        throw new IllegalArgumentException("order must have 1 to 100 characters");
      }
      if (!whole) {
        endAllBut(name);
        if (ended.contains(name)) {
          throw new IllegalArgumentException(
              "order %s ended before; in a file over %d MiB its rows must stand together"
                  .formatted(Texts.shown(name), WHOLE_UP_TO / 1024 / 1024));
        }
      }
      @Nullable OrderRows known = open.get(name);
      OrderRows rows = known == null ? OrderRows.begin(row) : known;
      rows.add(row, isSold);
      open.put(name, rows);
    } catch (IllegalArgumentException e) {
      onBad.accept(new CsvRow.Bad(row.line(), String.valueOf(e.getMessage())));
    }
  }

  private void endAllBut(@Nullable String name) {
    if (open.isEmpty() || (name != null && open.containsKey(name))) {
      return;
    }
    for (OrderRows rows : open.values()) {
      ready.add(rows.order());
      if (!whole) {
        ended.add(rows.name());
      }
    }
    open.clear();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
