package dev.hexwing.architecture.cli;

import dev.hexwing.architecture.Progress;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/**
 * Shows on a terminal how far a long check has come, on one line that is wiped in the end.
 *
 * <p>Short checks show nothing. Not safe for use by several threads.
 */
final class Terminal implements Progress, AutoCloseable {

  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(700);
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int BAR = 24;

  private final PrintWriter err;
  private final long start = System.nanoTime();
  private long shown = start;
  private int width;

  Terminal(PrintWriter err) {
    this.err = err;
  }

  /** Whether somebody watches: the start script knows, and Java alone cannot tell for sure. */
  static boolean isThere() {
    return Boolean.getBoolean("hexwing.terminal");
  }

  @Override
  public void read(int done, int of) {
    long now = System.nanoTime();
    if (now - start < PATIENCE || (now - shown < STEP && done < of) || of == 0) {
      return;
    }
    shown = now;
    int full = (int) ((long) BAR * done / of);
    String line =
        String.format(
            "reading class files [%s%s] %,d of %,d",
            "#".repeat(full), "-".repeat(BAR - full), done, of);
    err.print("\r" + line);
    err.flush();
    width = line.length();
  }

  @Override
  public void close() {
    if (width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
    }
  }
}
