package dev.hexwing.examples.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.hexwing.examples.benchmarks.Costs.Cost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Setup;

/**
 * Measures one method of a benchmark in a JVM of its own, by the processor time of its thread.
 *
 * <p>What else runs on the machine takes time, but hardly processor time, from the thread, so that
 * figures can be had on a busy machine, where a clock on the wall tells of the neighbours. The
 * compiler works in the foreground, for it would starve otherwise.
 */
final class ProcessorTime {

  private static final long NANOS_OF_WARM_UP = 800_000_000;
  private static final long NANOS_OF_ROUND = 40_000_000;
  private static final int ROUNDS = 9;
  private static final int PAIRS = 41;
  private static final int PAIRS_OF_JVMS = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private ProcessorTime() {}

  /** Does a method so many times. */
  interface Loop {
    void run(int times);
  }

  /** Of a method that answers with a whole number. */
  static final class Longs implements Loop {
    private final LongSupplier one;
    long sum;

    Longs(LongSupplier one) {
      this.one = one;
    }

    @Override
    public void run(int times) {
      for (int i = 0; i < times; i++) {
        sum += one.getAsLong();
      }
    }
  }

  /** Of a method that answers with a small whole number. */
  static final class Ints implements Loop {
    private final IntSupplier one;
    long sum;

    Ints(IntSupplier one) {
      this.one = one;
    }

    @Override
    public void run(int times) {
      for (int i = 0; i < times; i++) {
        sum += one.getAsInt();
      }
    }
  }

  /** Of a method that answers with an object, of which the last thousand are kept. */
  static final class Things implements Loop {
    private final Object[] sink = new Object[1024];
    private final Supplier<?> one;

    Things(Supplier<?> one) {
      this.one = one;
    }

    @Override
    public void run(int times) {
      for (int i = 0; i < times; i++) {
        sink[i & (sink.length - 1)] = one.get();
      }
    }
  }

  /** Measures a method in a JVM of its own. */
  static Cost of(Class<?> benchmark, String method) {
    double[] figures = inJvmOfItsOwn(benchmark, method);
    return new Cost(figures[0], figures[1], figures[2]);
  }

  /**
   * How many times as long one method takes as another, in turns: of each of a few pairs of JVMs.
   *
   * <p>Which of the two a JVM compiles first may count. So each goes first in one JVM of a pair,
   * whose ratio is the geometric mean of both.
   */
  static Spread ratio(Class<?> benchmark, String method, String than) {
    double[] ratios = new double[PAIRS_OF_JVMS];
    for (int i = 0; i < PAIRS_OF_JVMS; i++) {
      double first = inJvmOfItsOwn(benchmark, method, than)[0];
      double second = 1 / inJvmOfItsOwn(benchmark, than, method)[0];
      ratios[i] = Math.sqrt(first * second);
    }
    return Spread.of(ratios);
  }

  private static double[] inJvmOfItsOwn(Class<?> benchmark, String... methods) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xms256m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Xbatch",
                "-cp",
                System.getProperty("java.class.path"),
                ProcessorTime.class.getName(),
                benchmark.getName()));
    command.addAll(List.of(methods));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      try (BufferedReader out = process.inputReader()) {
        String line = out.readLine();
        if (line == null) {
          throw new IllegalStateException("not measured: " + String.join(", ", methods));
        }
        return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
      }
    } catch (IOException e) {
      throw new IllegalStateException("not measured: " + String.join(", ", methods), e);
    }
  }

  /**
   * Prints the median time, half of the spread, and the bytes of one method; or how many times as
   * long one takes as another.
   */
  public static void main(String... args) throws Throwable {
    Class<?> benchmark = Class.forName(args[0]);
    Object instance = benchmark.getConstructor().newInstance();
    for (Method method : benchmark.getMethods()) {
      if (method.isAnnotationPresent(Setup.class)) {
        method.invoke(instance);
      }
    }
    Loop loop = loop(instance, benchmark.getMethod(args[1]));
    if (args.length > 2) {
      Loop other = loop(instance, benchmark.getMethod(args[2]));
      System.out.printf(Locale.ROOT, "%.3f%n", ratio(loop, other));
      return;
    }
    Cost cost = measured(loop);
    System.out.printf(Locale.ROOT, "%.3f %.3f %.1f%n", cost.nanos(), cost.error(), cost.bytes());
  }

  private static double ratio(Loop one, Loop other) {
    int times = Math.min(warmUp(one), warmUp(other));
    double[] ratios = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      // Neither is always the one that goes first.
      double before = i % 2 == 0 ? nanos(other, times) : 0;
      double mine = nanos(one, times);
      ratios[i] = mine / (i % 2 == 0 ? before : nanos(other, times));
    }
    return Spread.of(ratios).median();
  }

  private static double nanos(Loop loop, int times) {
    long began = THREADS.getCurrentThreadCpuTime();
    loop.run(times);
    return (THREADS.getCurrentThreadCpuTime() - began) / (double) times;
  }

  /** Runs a loop until it is warm, and tells how often it fits into a round. */
  private static int warmUp(Loop loop) {
    long start = THREADS.getCurrentThreadCpuTime();
    long done = 0;
    while (THREADS.getCurrentThreadCpuTime() - start < NANOS_OF_WARM_UP) {
      loop.run(1_000);
      done += 1_000;
    }
    long each = Math.max(1, NANOS_OF_WARM_UP / done);
    return (int) Math.max(1_000, Math.min(20_000_000, 2 * NANOS_OF_ROUND / each));
  }

  private static Cost measured(Loop loop) {
    int times = warmUp(loop);
    double[] nanos = new double[ROUNDS];
    double bytes = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      nanos[i] = nanos(loop, times);
      bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / (double) times;
    }
    Arrays.sort(nanos);
    return new Cost(nanos[ROUNDS / 2], (nanos[ROUNDS - 1] - nanos[0]) / 2, bytes);
  }

  /** A loop of a class of its own, so that the compiler knows of one method in it alone. */
  private static Loop loop(Object instance, Method method) throws Throwable {
    Class<?> type = method.getReturnType();
    if (type == long.class) {
      return loop(Longs.class, lambda(instance, method, LongSupplier.class, "getAsLong"));
    }
    if (type == int.class) {
      return loop(Ints.class, lambda(instance, method, IntSupplier.class, "getAsInt"));
    }
    return loop(Things.class, lambda(instance, method, Supplier.class, "get"));
  }

  private static Loop loop(Class<? extends Loop> pattern, Object one) throws Exception {
    String file = pattern.getName().substring(pattern.getPackageName().length() + 1) + ".class";
    try (InputStream code = pattern.getResourceAsStream(file)) {
      return (Loop)
          MethodHandles.lookup()
              .defineHiddenClass(code.readAllBytes(), true)
              .lookupClass()
              .getDeclaredConstructors()[0]
              .newInstance(one);
    }
  }

  private static Object lambda(Object instance, Method method, Class<?> type, String name)
      throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodHandle handle = lookup.unreflect(method);
    Class<?> result = method.getReturnType();
    MethodType erased = MethodType.methodType(result.isPrimitive() ? result : Object.class);
    return LambdaMetafactory.metafactory(
            lookup,
            name,
            MethodType.methodType(type, instance.getClass()),
            erased,
            handle,
            MethodType.methodType(result))
        .getTarget()
        .invoke(instance);
  }
}
