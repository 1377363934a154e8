package dev.hexwing.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.hexwing.architecture.Architecture;
import dev.hexwing.architecture.Layout;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** One JVM that checks code bases of several sizes in turns, first to warm up, then measured. */
public final class WarmRulesSide {

  private static final int MANY = 1_000;

  private WarmRulesSide() {}

  /**
   * Prints a line for each round: processor microseconds of one check of each folder.
   *
   * @param args rounds of warm-up, rounds that count, then folders of generated classes, each named
   *     by an {@code n} and the number of its classes
   */
  public static void main(String... args) {
    int warmUp = Integer.parseInt(args[0]);
    int rounds = Integer.parseInt(args[1]);
    List<Path> folders = Arrays.stream(args).skip(2).map(Path::of).toList();
    Layout layout = Layout.parse(RulesSide.LAYOUT, "bench");
    for (int round = 0; round < warmUp + rounds; round++) {
      StringBuilder line = new StringBuilder();
      for (Path folder : folders) {
        line.append(line.isEmpty() ? "" : " ").append(micros(folder, layout));
      }
      if (round >= warmUp) {
        System.out.println(line);
      }
    }
  }

  /** Of the whole process, the collector included; a small code base is checked many times. */
  private static long micros(Path folder, Layout layout) {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    int classes = Integer.parseInt(String.valueOf(folder.getFileName()).substring(1));
    int times = Math.max(1, MANY / classes);
    long start = machine.getProcessCpuTime();
    int seen = 0;
    for (int i = 0; i < times; i++) {
      seen += Architecture.check(List.of(folder), layout).roles().all().size();
    }
    long used = machine.getProcessCpuTime() - start;
    if (seen != times * classes) {
      throw new IllegalStateException(folder + " holds other classes than it is named for");
    }
    return used / 1_000 / times;
  }
}
