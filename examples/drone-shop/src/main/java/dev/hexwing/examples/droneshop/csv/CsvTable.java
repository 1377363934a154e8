package dev.hexwing.examples.droneshop.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file whose first row names its columns, in any order; columns nobody asked for are passed over.
 *
 * <p>Not safe for use by several threads.
 */
public final class CsvTable implements Closeable {

  private final CsvReader rows;
  private final List<Integer> positions;
  private final int width;

  private CsvTable(CsvReader rows, List<Integer> positions, int width) {
    this.rows = rows;
    this.positions = positions;
    this.width = width;
  }

  /**
   * Opens a file.
   *
   * @param columns those that are needed; fields are handed out in this order
   * @throws UnusableFile if it is not there, cannot be read, is empty, or lacks a column
   */
  public static CsvTable open(Path file, List<String> columns) throws UnusableFile {
    try {
      return open(file.toString(), Files.newInputStream(file), columns);
    } catch (NoSuchFileException e) {
      throw new UnusableFile(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new UnusableFile(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  static CsvTable open(String name, InputStream bytes, List<String> columns)
      throws IOException, UnusableFile {
    CsvReader rows = new CsvReader(bytes);
    boolean usable = false;
    try {
      CsvTable table =
          switch (rows.next().orElse(null)) {
            case CsvRow.Fields header -> table(name, rows, header.fields(), columns);
            case CsvRow.Bad bad -> throw new UnusableFile(name + ": " + bad, null);
            case null -> throw new UnusableFile(name + ": the file is empty", null);
          };
      usable = true;
      return table;
    } finally {
      if (!usable) {
        rows.close();
      }
    }
  }

  private static CsvTable table(
      String name, CsvReader rows, List<String> header, List<String> columns) throws UnusableFile {
    List<String> found = header.stream().map(String::strip).toList();
    List<Integer> positions = new ArrayList<>();
    for (String column : columns) {
      int position = found.indexOf(column);
      if (position < 0 || found.lastIndexOf(column) != position) {
        throw new UnusableFile(
            "%s: line 1: column %s is %s; expected are %s"
                .formatted(
                    name,
                    column,
                    position < 0 ? "missing" : "there twice",
                    String.join(",", columns)),
            null);
      }
      positions.add(position);
    }
    return new CsvTable(rows, List.copyOf(positions), header.size());
  }

  /** The next row, its fields without surrounding blanks; empty at the end of the file. */
  public Optional<CsvRow> next() throws IOException {
    return rows.next().map(this::chosen);
  }

  private CsvRow chosen(CsvRow row) {
    return switch (row) {
      case CsvRow.Bad bad -> bad;
      case CsvRow.Fields all when all.fields().size() != width ->
          new CsvRow.Bad(
              all.line(), "the row has " + all.fields().size() + " fields, not " + width);
      case CsvRow.Fields all ->
          new CsvRow.Fields(
              all.line(), positions.stream().map(at -> all.fields().get(at).strip()).toList());
    };
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
