package dev.hexwing.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.hexwing.architecture.Architecture;
import dev.hexwing.architecture.Layout;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** One fresh JVM: checks classes by all rules, or only imports them with ArchUnit. */
public final class RulesSide {

  static final String LAYOUT =
      """
      preset: hexwing
      root: bench
      adapters: [rest, persistence]
      """;

  private RulesSide() {}

  /** Prints processor milliseconds beyond the start of the JVM, and peak heap megabytes. */
  public static void main(String... args) throws IOException {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = machine.getProcessCpuTime();
    Path classes = Path.of(args[1]);
    int seen;
    if (args[0].equals("rules")) {
      String layout = args[2].equals("generated") ? LAYOUT : "roles: {domain: [" + args[2] + "]}";
      seen =
          Architecture.check(List.of(classes), Layout.parse(layout, "bench")).roles().all().size();
    } else {
      ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
      ClassFileImporter importer = new ClassFileImporter();
      seen =
          classes.toString().endsWith(".jar")
              ? importer.importJar(new JarFile(classes.toFile())).size()
              : importer.importPath(classes).size();
    }
    long used = (machine.getProcessCpuTime() - start) / 1_000_000;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed() >> 20)
            .sum();
    System.out.println(used + " " + peak + " " + seen);
  }
}
