package dev.hexwing.examples.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.hexwing.examples.benchmarks.Costs.Cost;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
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
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Object[] sink = new Object[1024];
  private long sum;

  private ProcessorTime() {}

  private interface Loop {
    void run(int times);
  }

  /** Measures a method in a JVM of its own. */
  static Cost of(Class<?> benchmark, String method) {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xms256m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Xbatch",
            "-cp",
            System.getProperty("java.class.path"),
            ProcessorTime.class.getName(),
            benchmark.getName(),
            method);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      try (BufferedReader out = process.inputReader()) {
        String line = out.readLine();
        if (line == null) {
          throw new IllegalStateException("not measured: " + method);
        }
        double[] figures =
            Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        return new Cost(figures[0], figures[1], figures[2]);
      }
    } catch (IOException e) {
      throw new IllegalStateException("not measured: " + method, e);
    }
  }

  /** Prints the median time, half of the spread, and the bytes of one method. */
  public static void main(String... args) throws Throwable {
    Class<?> benchmark = Class.forName(args[0]);
    Object instance = benchmark.getConstructor().newInstance();
    for (Method method : benchmark.getMethods()) {
      if (method.isAnnotationPresent(Setup.class)) {
        method.invoke(instance);
      }
    }
    Loop loop = new ProcessorTime().loop(instance, benchmark.getMethod(args[1]));
    Cost cost = measured(loop);
    System.out.printf(Locale.ROOT, "%.3f %.3f %.1f%n", cost.nanos(), cost.error(), cost.bytes());
  }

  private static Cost measured(Loop loop) {
    long start = THREADS.getCurrentThreadCpuTime();
    long done = 0;
    while (THREADS.getCurrentThreadCpuTime() - start < NANOS_OF_WARM_UP) {
      loop.run(1_000);
      done += 1_000;
    }
    long each = Math.max(1, NANOS_OF_WARM_UP / done);
    int times = (int) Math.max(1_000, Math.min(20_000_000, 2 * NANOS_OF_ROUND / each));
    double[] nanos = new double[ROUNDS];
    double bytes = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      long began = THREADS.getCurrentThreadCpuTime();
      loop.run(times);
      nanos[i] = (THREADS.getCurrentThreadCpuTime() - began) / (double) times;
      bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / (double) times;
    }
    Arrays.sort(nanos);
    return new Cost(nanos[ROUNDS / 2], (nanos[ROUNDS - 1] - nanos[0]) / 2, bytes);
  }

  private Loop loop(Object instance, Method method) throws Throwable {
    Class<?> type = method.getReturnType();
    if (type == long.class) {
      LongSupplier one = (LongSupplier) lambda(instance, method, LongSupplier.class, "getAsLong");
      return times -> {
        for (int i = 0; i < times; i++) {
          sum += one.getAsLong();
        }
      };
    }
    if (type == int.class) {
      IntSupplier one = (IntSupplier) lambda(instance, method, IntSupplier.class, "getAsInt");
      return times -> {
        for (int i = 0; i < times; i++) {
          sum += one.getAsInt();
        }
      };
    }
    Supplier<?> one = (Supplier<?>) lambda(instance, method, Supplier.class, "get");
    return times -> {
      for (int i = 0; i < times; i++) {
        sink[i & (sink.length - 1)] = one.get();
      }
    };
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
