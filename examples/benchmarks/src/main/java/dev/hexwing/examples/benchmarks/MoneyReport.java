package dev.hexwing.examples.benchmarks;

import dev.hexwing.examples.benchmarks.Costs.Cost;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link MoneyBenchmark} and tells time and garbage of each side. */
final class MoneyReport {

  private static final List<String> OPERATIONS =
      List.of("plus", "times", "ratio", "allocate", "compare", "format", "parse");

  private MoneyReport() {}

  static void run(boolean quick, Report report) throws RunnerException {
    Costs costs = Costs.measure(MoneyBenchmark.class, quick);
    report.title("Money: ns per operation");
    report.row(
        "operation",
        "hexwing",
        "Joda-Money",
        "Moneta Money",
        "Moneta FastMoney",
        "plain long",
        "hexwing/Joda (least–most)");
    for (String operation : OPERATIONS) {
      Cost ours = costs.of(operation + "_hexwing");
      Cost joda = costs.of(operation + "_joda");
      report.row(
          operation,
          ours.toString(),
          joda.toString(),
          time(costs, operation + "_moneta"),
          time(costs, operation + "_fast"),
          time(costs, operation + "_long"),
          costs.ratio(operation + "_hexwing", operation + "_joda"));
    }
    report.title("Money: bytes per operation");
    report.row(
        "operation",
        "hexwing",
        "Joda-Money",
        "Moneta Money",
        "Moneta FastMoney",
        "plain long",
        "hexwing/Joda");
    for (String operation : OPERATIONS) {
      double ours = costs.of(operation + "_hexwing").bytes();
      double joda = costs.of(operation + "_joda").bytes();
      report.row(
          operation,
          "%.0f".formatted(ours),
          "%.0f".formatted(joda),
          bytes(costs, operation + "_moneta"),
          bytes(costs, operation + "_fast"),
          bytes(costs, operation + "_long"),
          joda < 1 ? "–" : "%.2f".formatted(ours / joda));
    }
  }

  private static String time(Costs costs, String method) {
    return costs.has(method) ? costs.of(method).toString() : "–";
  }

  private static String bytes(Costs costs, String method) {
    return costs.has(method) ? "%.0f".formatted(costs.of(method).bytes()) : "–";
  }
}
