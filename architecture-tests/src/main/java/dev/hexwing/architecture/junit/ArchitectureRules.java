package dev.hexwing.architecture.junit;

import dev.hexwing.architecture.Architecture;
import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.Layout;
import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.RuleBook;
import dev.hexwing.architecture.RuleDescription;
import dev.hexwing.architecture.RuleTally;
import dev.hexwing.architecture.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/**
 * One test for each rule of the catalogue.
 *
 * <p>Findings that are errors or warnings fail; advice does not. Stateless.
 *
 * <pre>{@code
 * @ArchitectureOf(packages = "com.example")
 * class ArchitectureTest implements ArchitectureRules {}
 * }</pre>
 */
public interface ArchitectureRules {

  /** The tests: one for each rule that the layout leaves on, named by id and statement. */
  @TestFactory
  default Stream<DynamicTest> architecture() {
    ArchitectureOf told = getClass().getAnnotation(ArchitectureOf.class);
    if (told == null) {
      throw new IllegalStateException(getClass().getName() + " lacks @ArchitectureOf");
    }
    ClassLoader loader = getClass().getClassLoader();
    Report report =
        Architecture.checkClassPath(
            loader, List.of(told.packages()), layout(loader, told.layout()));
    List<DynamicTest> tests = new ArrayList<>();
    for (RuleDescription rule : RuleBook.descriptions()) {
      int judged = report.tallyOf(rule.id()).map(RuleTally::judged).orElse(0);
      if (report.tallyOf(rule.id()).isPresent() || rule.family().equals("RUL")) {
        String of = judged == 0 ? "" : " (" + judged + " judged)";
        String name = rule.id() + " " + rule.statement() + of;
        tests.add(DynamicTest.dynamicTest(name, () -> verify(rule, report)));
      }
    }
    tests.add(DynamicTest.dynamicTest("every class file can be read", () -> allRead(report)));
    return tests.stream();
  }

  private static Layout layout(ClassLoader loader, String name) {
    try (InputStream in = loader.getResourceAsStream(name)) {
      return in == null
          ? Layout.read(Path.of(name))
          : Layout.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static void verify(RuleDescription rule, Report report) {
    List<Finding> found =
        report.atLeast(Severity.WARNING).stream()
            .filter(one -> one.rule().equals(rule.id()))
            .toList();
    if (!found.isEmpty()) {
      String lines = found.stream().map(ArchitectureRules::line).collect(Collectors.joining("\n"));
      throw new AssertionFailedError(
          rule.statement() + ", because " + rule.why() + "\n" + lines + "\nTo mend: " + rule.fix());
    }
  }

  private static String line(Finding one) {
    String file = one.place().file();
    String place = file.substring(file.lastIndexOf('/') + 1) + ":" + one.place().line();
    String target = one.message().contains(one.target()) ? "" : one.target() + " ";
    return "  " + one.origin() + " " + target + one.message() + " (" + place + ")";
  }

  private static void allRead(Report report) {
    if (!report.unreadable().isEmpty()) {
      throw new AssertionFailedError(report.unreadable().toString());
    }
  }
}
