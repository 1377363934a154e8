package dev.hexwing.examples.benchmarks;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Time and garbage of every method of a benchmark, by the method's name. */
final class Costs {

  /**
   * What one operation costs.
   *
   * @param nanos its time
   * @param error half of the 99.9 % confidence interval around it, or of the spread
   * @param bytes its garbage
   */
  record Cost(double nanos, double error, double bytes) {

    @Override
    public String toString() {
      return "%.1f ±%.1f".formatted(nanos, error);
    }
  }

  private final Class<?> benchmark;
  private final boolean inTurns;
  private final Map<String, Cost> byMethod = new HashMap<>();

  private Costs(Class<?> benchmark, boolean inTurns) {
    this.benchmark = benchmark;
    this.inTurns = inTurns;
  }

  /**
   * Runs a benchmark with JMH, each method in three JVMs; with {@code
   * -Dhexwing.benchmark.processorTime=true} by processor time, each in one.
   */
  static Costs measure(Class<?> benchmark, boolean quick) throws RunnerException {
    return Boolean.getBoolean("hexwing.benchmark.processorTime")
        ? byProcessorTime(benchmark)
        : byJmh(benchmark, quick);
  }

  private static Costs byProcessorTime(Class<?> benchmark) {
    Costs costs = new Costs(benchmark, true);
    for (Method method : benchmark.getMethods()) {
      if (method.isAnnotationPresent(Benchmark.class)) {
        costs.byMethod.put(method.getName(), ProcessorTime.of(benchmark, method.getName()));
      }
    }
    return costs;
  }

  private static Costs byJmh(Class<?> benchmark, boolean quick) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(benchmark.getName())
            .addProfiler(GCProfiler.class)
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 1 : 8)
            .warmupTime(TimeValue.milliseconds(quick ? 50 : 300))
            .measurementIterations(quick ? 2 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 50 : 300))
            .jvmArgsAppend("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Costs costs = new Costs(benchmark, !quick);
    for (RunResult result : new Runner(options).run()) {
      String method = result.getParams().getBenchmark();
      Result<?> time = result.getPrimaryResult();
      Result<?> garbage = result.getSecondaryResults().get("gc.alloc.rate.norm");
      double error = time.getScoreError();
      costs.byMethod.put(
          method.substring(method.lastIndexOf('.') + 1),
          new Cost(
              time.getScore(),
              Double.isNaN(error) ? 0 : error,
              garbage == null ? Double.NaN : garbage.getScore()));
    }
    return costs;
  }

  Cost of(String method) {
    Cost cost = byMethod.get(method);
    if (cost == null) {
      throw new IllegalStateException("not measured: " + method);
    }
    return cost;
  }

  /**
   * How many times as long one method takes as another: by processor time, in turns in one JVM, for
   * two JVMs one after the other differ by more than what is to be shown.
   */
  String ratio(String method, String than) {
    return inTurns
        ? ProcessorTime.ratio(benchmark, method, than).toString()
        : "%.2f".formatted(of(method).nanos() / of(than).nanos());
  }

  boolean has(String method) {
    return byMethod.containsKey(method);
  }
}
