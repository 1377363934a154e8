package dev.hexwing.architecture;

import java.util.Objects;

/**
 * Where in the sources something stands, as far as a class file tells.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param file the file below its source folder, such as {@code com/example/order/Order.java}
 * @param line counted from 1; 1 if the class file names no line
 */
public record SourcePlace(String file, int line) implements Comparable<SourcePlace> {

  /**
   * Checks what it is given.
   *
   * @throws IllegalArgumentException if the line is not positive
   */
  public SourcePlace {
    Objects.requireNonNull(file, "file");
    if (line < 1) {
      throw new IllegalArgumentException("line must be at least 1, but is " + line);
    }
  }

  @Override
  public int compareTo(SourcePlace other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
