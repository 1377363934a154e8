package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A small house that breaks rules on purpose, next to classes that only look as if they did. */
record BrokenHouse(String root, RuleBook book, CodeBase code) {

  private static final String FIXTURES = "dev.hexwing.architecture.fixtures.";
  private static final Pattern OUR_PACKAGE =
      Pattern.compile("dev\\.hexwing\\.architecture\\.fixtures(\\.\\p{Ll}+)+\\.(?=\\p{Lu})");
  private static final ClassFiles.Contents ALL =
      ClassFiles.read(List.of(testClasses()), (done, of) -> {});

  static BrokenHouse of(String name) {
    String root = FIXTURES + name;
    Layout layout = layout(root);
    return new BrokenHouse(root, RuleBook.of(layout), new CodeBase(ALL, layout));
  }

  static Path testClasses() {
    String location =
        BrokenHouse.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return Path.of(location);
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

  /** What a rule finds, one line each, without the packages of the house. */
  String violations(String id) {
    return book.rule(id).judge(code).findings().stream()
        .map(BrokenHouse::line)
        .map(line -> OUR_PACKAGE.matcher(line).replaceAll(""))
        .map(line -> line.replace(root + ".", ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Finding one) {
    boolean named = one.target().isEmpty() || one.message().contains(one.target());
    String count = one.count() == 1 ? "" : " (" + one.count() + ")";
    return one.origin() + (named ? " " : " " + one.target() + " ") + one.message() + count;
  }
}
