package dev.hexwing.examples.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The program: measures what it is told to and prints Markdown. */
public final class Benchmarks {

  private static final Set<String> KNOWN = Set.of("money", "payments");

  private Benchmarks() {}

  /** Runs the benchmarks named, or all; exits with 2 for a wrong argument. */
  public static void main(String... args) throws Exception {
    boolean quick = Arrays.asList(args).contains("--quick");
    List<String> names = Arrays.stream(args).filter(arg -> !arg.equals("--quick")).toList();
    if (!KNOWN.containsAll(names)) {
      System.err.println("usage: run [money|payments|replay|http|all] [--quick]");
      System.exit(2);
    }
    Report report = new Report(System.out);
    if (names.contains("money")) {
      MoneyReport.run(quick, report);
    }
    if (names.contains("payments")) {
      PaymentsReport.run(BenchDatabase.fromEnvironment(), quick, report);
    }
  }
}
