package dev.hexwing.examples.droneshop.journeys;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

/** A bar on a terminal that shows how far a run has come; nothing anywhere else. */
final class Progress {

  private static final long BETWEEN_NANOS = 100_000_000;
  private static final int WIDTH = 40;

  private final PrintWriter terminal;
  private final boolean isShown;
  private final long expected;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong drawnAt = new AtomicLong(Long.MIN_VALUE);

  Progress(PrintWriter terminal, boolean isShown, long expected) {
    this.terminal = terminal;
    this.isShown = isShown;
    this.expected = expected;
  }

  void step() {
    long count = done.incrementAndGet();
    long now = System.nanoTime();
    long last = drawnAt.get();
    boolean due = last == Long.MIN_VALUE || now - last >= BETWEEN_NANOS || count == expected;
    if (isShown && due && drawnAt.compareAndSet(last, now)) {
      draw("\r" + bar(count) + "\u001b[K");
    }
  }

  /** Says what goes on now, in place of the bar. */
  void say(String what) {
    if (isShown) {
      draw("\r" + what + "\u001b[K");
    }
  }

  void end() {
    if (isShown) {
      draw("\r\u001b[K");
    }
  }

  private synchronized void draw(String text) {
    terminal.print(text);
    terminal.flush();
  }

  private String bar(long count) {
    if (expected <= 0) {
      return count + " journeys";
    }
    int filled = (int) Math.min(WIDTH, count * WIDTH / expected);
    return "["
        + "#".repeat(filled)
        + ".".repeat(WIDTH - filled)
        + "] "
        + count
        + "/"
        + expected
        + " journeys";
  }
}
