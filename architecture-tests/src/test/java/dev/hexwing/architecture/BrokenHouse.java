package dev.hexwing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A small house that breaks rules on purpose, next to classes that only look as if they did. */
record BrokenHouse(String root, RuleBook book, JavaClasses classes) {

  private static final String FIXTURES = "dev.hexwing.architecture.fixtures.";
  private static final Pattern PLACE = Pattern.compile(" in \\([^()]*\\)$");
  private static final Pattern OUR_PACKAGE =
      Pattern.compile("dev\\.hexwing\\.architecture\\.fixtures(\\.\\p{Ll}+)+\\.(?=\\p{Lu})");

  static BrokenHouse of(String name) {
    String root = FIXTURES + name;
    return new BrokenHouse(
        root,
        RuleBook.of(layout(root)),
        new ClassFileImporter().importPackages(root, FIXTURES + "foreign"));
  }

  private static Layout layout(String root) {
    return Layout.under(root)
        .adapters("rest", "persistence")
        .supporting("store")
        .assemblies("Assembly")
        .programs("cli")
        .stateWords("Unknown")
        .build();
  }

  /** What a rule finds, one line each, without the packages of the house and places in files. */
  String violations(String id) {
    return book.rule(id).evaluate(classes).getFailureReport().getDetails().stream()
        .map(line -> PLACE.matcher(line).replaceAll(""))
        .map(line -> OUR_PACKAGE.matcher(line).replaceAll(""))
        .map(line -> line.replace(root + ".", ""))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
