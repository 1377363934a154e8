package dev.hexwing.examples.benchmarks;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link MoneyBenchmark} and tells time and garbage of each side. */
final class MoneyReport {

  private static final List<String> OPERATIONS =
      List.of("plus", "times", "ratio", "allocate", "compare", "format", "parse");

  private record Cost(double nanos, double error, double bytes) {}

  private MoneyReport() {}

  static void run(boolean quick, Report report) throws RunnerException {
    Map<String, Cost> costs = measure(quick);
    report.title("Money: ns and bytes per operation");
    report.row(
        "operation",
        "hexwing ns",
        "joda ns",
        "long ns",
        "hexwing/joda (99.9 %)",
        "hexwing B",
        "joda B",
        "long B");
    for (String operation : OPERATIONS) {
      Cost ours = cost(costs, operation, "hexwing");
      Cost joda = cost(costs, operation, "joda");
      Cost plain = cost(costs, operation, "long");
      report.row(
          operation,
          time(ours),
          time(joda),
          time(plain),
          "%.2f (%.2f–%.2f)"
              .formatted(
                  ours.nanos / joda.nanos,
                  Math.max(0, ours.nanos - ours.error) / (joda.nanos + joda.error),
                  (ours.nanos + ours.error) / Math.max(0.1, joda.nanos - joda.error)),
          "%.0f".formatted(ours.bytes),
          "%.0f".formatted(joda.bytes),
          "%.0f".formatted(plain.bytes));
    }
  }

  private static Map<String, Cost> measure(boolean quick) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(MoneyBenchmark.class.getName())
            .addProfiler(GCProfiler.class)
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 1 : 4)
            .warmupTime(TimeValue.milliseconds(quick ? 50 : 500))
            .measurementIterations(quick ? 2 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 50 : 500))
            .jvmArgsAppend("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    Map<String, Cost> costs = new HashMap<>();
    for (RunResult result : results) {
      String method = result.getParams().getBenchmark();
      Result<?> time = result.getPrimaryResult();
      Result<?> garbage = result.getSecondaryResults().get("gc.alloc.rate.norm");
      double error = time.getScoreError();
      costs.put(
          method.substring(method.lastIndexOf('.') + 1),
          new Cost(
              time.getScore(),
              Double.isNaN(error) ? 0 : error,
              garbage == null ? Double.NaN : garbage.getScore()));
    }
    return costs;
  }

  private static Cost cost(Map<String, Cost> costs, String operation, String side) {
    Cost cost = costs.get(operation + "_" + side);
    if (cost == null) {
      throw new IllegalStateException("not measured: " + operation + " of " + side);
    }
    return cost;
  }

  private static String time(Cost cost) {
    return "%.1f ±%.1f".formatted(cost.nanos, cost.error);
  }
}
