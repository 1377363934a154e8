package dev.hexwing.architecture.cli;

import dev.hexwing.architecture.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

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
  private final LongSupplier clock;
  private final long start;
  private String doing = "";
  private long shown;
  private int width;

  private Terminal(PrintWriter err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.shown = start;
  }

  /** Shows on a terminal; the clock tells nanoseconds. */
  static Terminal on(PrintWriter err, LongSupplier clock) {
    return new Terminal(err, clock);
  }

  /** Does something and shows how far it has come, if somebody watches. */
  static <T> T showing(PrintWriter err, Function<Progress, T> work) {
    if (!isThere()) {
      return work.apply(SILENT);
    }
    try (Terminal progress = on(err, System::nanoTime)) {
      return work.apply(progress);
    }
  }

  /** Whether somebody watches: the start script knows, and Java alone cannot tell for sure. */
  private static boolean isThere() {
    return Boolean.getBoolean("hexwing.terminal");
  }

  @Override
  public void read(int done, int of) {
    show("reading class files", done, of);
  }

  @Override
  public void judged(int done, int of) {
    show("judging by rules   ", done, of);
  }

  private void show(String what, int done, int of) {
    long now = clock.getAsLong();
    boolean fresh = !what.equals(doing);
    if (now - start < PATIENCE || (now - shown < STEP && !fresh) || of == 0) {
      return;
    }
    shown = now;
    doing = what;
    int full = (int) ((long) BAR * done / of);
    String line =
        String.format(
            Locale.ROOT,
            "%s [%s%s] %,d of %,d",
            what,
            "#".repeat(full),
            "-".repeat(BAR - full),
            done,
            of);
    err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    err.flush();
    width = line.length();
  }

  @Override
  public void close() {
    if (width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
      width = 0;
    }
  }
}
