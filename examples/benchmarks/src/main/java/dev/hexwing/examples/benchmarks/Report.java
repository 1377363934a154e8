package dev.hexwing.examples.benchmarks;

import java.io.PrintStream;

/** What was measured, as Markdown, line by line as it comes. */
final class Report {

  private final PrintStream out;
  private boolean head;

  Report(PrintStream out) {
    this.out = out;
  }

  void title(String title) {
    out.println();
    out.println("### " + title);
    out.println();
    head = true;
  }

  /** A row of the table under the title; the first is its head. */
  void row(String... cells) {
    out.println("| " + String.join(" | ", cells) + " |");
    if (head) {
      out.println("|---".repeat(cells.length) + "|");
      head = false;
    }
  }

  void note(String text) {
    out.println();
    out.println(text);
    out.flush();
  }
}
