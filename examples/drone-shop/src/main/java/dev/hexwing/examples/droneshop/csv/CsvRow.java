package dev.hexwing.examples.droneshop.csv;

import java.util.List;

/** What stands in one row of a file. */
public sealed interface CsvRow {

  /** The line on which the row begins; the first line of a file is 1. */
  long line();

  /**
   * A row that could be read.
   *
   * @param line where it begins
   * @param fields at least one
   */
  record Fields(long line, List<String> fields) implements CsvRow {

    /** Keeps a copy of the fields. */
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A row that could not be read, or makes no sense.
   *
   * @param line where it begins
   * @param reason why, for a person
   */
  record Bad(long line, String reason) implements CsvRow {

    @Override
    public String toString() {
      return "line " + line + ": " + reason;
    }
  }
}
