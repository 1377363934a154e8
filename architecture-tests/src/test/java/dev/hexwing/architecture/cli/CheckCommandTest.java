package dev.hexwing.architecture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("architecture-rules check")
class CheckCommandTest {

  @TempDir private static Path folder = Path.of("");
  private static Shop clean;
  private static Shop broken;

  @TempDir private Path desk = Path.of("");

  @BeforeAll
  static void build_two_shops() {
    clean = Shop.clean(folder.resolve("clean"));
    broken = Shop.broken(folder.resolve("broken"));
  }

  private static Ran check(Shop shop, String... more) {
    return Ran.with((Object[]) shop.arguments("check", more));
  }

  @Nested
  class ends_with {

    @Test
    void exit_code_0_if_boundaries_hold() {
      Ran ran = check(clean);
      assertThat(ran.out()).endsWith("0 errors, 0 warnings, 0 advice\n");
      assertThat(ran.err()).isEmpty();
      assertThat(ran.code()).isZero();
    }

    @Test
    void exit_code_1_and_the_place_if_one_does_not() {
      Ran ran = check(broken);
      assertThat(ran.out())
          .contains("HEX-02  error  1 finding")
          .contains("src/main/java/" + Shop.ORDER + ":")
          .contains("OrderPage");
      assertThat(ran.code()).isOne();
    }

    @Test
    void exit_code_0_if_what_is_wrong_is_milder_than_what_fails() throws IOException {
      Path milder = desk.resolve("milder.yaml");
      Files.writeString(milder, Files.readString(broken.layout()) + "  HEX-02: warning\n");
      assertThat(check(broken, "--fail-on", "warning").code()).isOne();
      Object[] arguments = List.of((Object[]) broken.arguments("check")).toArray();
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = arguments[i].equals(broken.layout().toString()) ? milder : arguments[i];
      }
      Ran ran = Ran.with(arguments);
      assertThat(ran.out()).contains("HEX-02  warning");
      assertThat(ran.code()).isZero();
    }
  }

  @Nested
  class writes {

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "junit", "html", "github", "JSON"})
    void every_format_and_still_fails(String format) {
      Ran ran = check(broken, "--format", format);
      assertThat(ran.out()).contains("HEX-02").contains("Order.java");
      assertThat(ran.code()).isOne();
    }

    @Test
    void a_file_and_says_so_in_one_line() throws IOException {
      Path report = desk.resolve("reports/architecture.html");
      Ran ran = check(broken, "--format", "html", "--output", report.toString());
      assertThat(ran.out()).isEqualTo("1 error, 0 warnings, 0 advice; see " + report + "\n");
      assertThat(Files.readString(report)).startsWith("<!doctype html>").contains("Acme");
      try (var files = Files.list(report.resolveSibling("."))) {
        assertThat(files).hasSize(1);
      }
    }

    @Test
    void the_same_twice() {
      assertThat(check(broken, "--format", "json").out())
          .isEqualTo(check(broken, "--format", "json").out());
    }
  }

  @Nested
  class with_a_baseline {

    private Path written() {
      Path file = desk.resolve("baseline.txt");
      Ran ran = check(broken, "--baseline", file.toString(), "--write-baseline");
      assertThat(ran.code()).isZero();
      assertThat(ran.out()).isEqualTo("wrote " + file + " with 1 finding\n");
      return file;
    }

    @Test
    void knows_what_was_there_when_it_was_written() {
      Ran ran = check(broken, "--baseline", written().toString());
      assertThat(ran.out())
          .endsWith("0 errors, 0 warnings, 0 advice; 1 known from the baseline, 0 fixed\n");
      assertThat(ran.code()).isZero();
    }

    @Test
    void fails_on_what_is_new() throws IOException {
      Path file = Files.writeString(desk.resolve("empty.txt"), "");
      assertThat(check(broken, "--baseline", file.toString()).code()).isOne();
    }

    @Test
    void tells_what_was_fixed_and_removes_it_when_asked() throws IOException {
      Path file = written();
      List<String> before = Files.readAllLines(file);
      Ran told = check(clean, "--baseline", file.toString());
      assertThat(told.out())
          .contains("1 entry of the baseline no longer holds")
          .contains("HEX-02 ");
      assertThat(Files.readAllLines(file)).isEqualTo(before);
      Ran pruned = check(clean, "--baseline", file.toString(), "--prune");
      assertThat(pruned.err()).isEqualTo("removed 1 entry from " + file + System.lineSeparator());
      assertThat(Files.readString(file)).doesNotContain("HEX-02");
      assertThat(pruned.code()).isZero();
    }
  }

  @Nested
  class refuses_in_one_line {

    private static void assertRefused(Ran ran, String line) {
      assertThat(ran.err()).isEqualTo("architecture-rules: " + line + System.lineSeparator());
      assertThat(ran.out()).isEmpty();
      assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void classes_that_are_not_there() {
      Path missing = desk.resolve("missing");
      assertRefused(
          Ran.with("check", "--classes", missing, "--layout", clean.layout()),
          "--classes: there is no folder or jar " + missing);
    }

    @Test
    void what_holds_no_classes() {
      assertRefused(
          Ran.with("check", "--classes", desk, "--layout", clean.layout()),
          "there are no classes to judge in " + desk);
      assertRefused(
          Ran.with("check", "--classes", clean.layout(), "--layout", clean.layout()),
          "--classes: " + clean.layout() + " is neither a folder nor a jar");
    }

    @Test
    void a_layout_that_is_missing_or_wrong() throws IOException {
      Path missing = desk.resolve("missing.yaml");
      assertRefused(
          Ran.with("check", "--classes", clean.classes(), "--layout", missing),
          "--layout: there is no file " + missing);
      Path wrong = Files.writeString(desk.resolve("wrong.yaml"), "preset: [\n");
      Ran ran = Ran.with("check", "--classes", clean.classes(), "--layout", wrong);
      assertThat(ran.err().lines()).singleElement().asString().contains(wrong + ":");
      assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void a_layout_with_a_rule_that_does_not_exist() throws IOException {
      Path wrong =
          Files.writeString(desk.resolve("wrong.yaml"), "root: com.acme\nrules: {HEX-99: error}\n");
      Ran ran = Ran.with("check", "--classes", clean.classes(), "--layout", wrong);
      assertThat(ran.err().lines())
          .singleElement()
          .asString()
          .contains(wrong + ":2")
          .contains("no such rule");
      assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void words_that_it_does_not_know() {
      assertRefused(
          check(clean, "--format", "pdf"),
          "Invalid value for option '--format': expected one of text, json, sarif, junit, html,"
              + " github, but is 'pdf'");
      assertRefused(
          check(clean, "--fail-on", "never"),
          "Invalid value for option '--fail-on': expected one of error, warning, advice, but is"
              + " 'never'");
      assertRefused(check(clean, "--colour"), "Unknown option: '--colour'");
      assertRefused(Ran.with("check"), "Missing required option: '--classes=DIR|JAR'");
    }

    @Test
    void a_baseline_that_is_missing_or_there_already() throws IOException {
      Path missing = desk.resolve("missing.txt");
      assertRefused(
          check(clean, "--baseline", missing.toString()),
          "--baseline: there is no file " + missing + "; --write-baseline writes it");
      Path there = Files.writeString(desk.resolve("there.txt"), "");
      assertRefused(
          check(clean, "--baseline", there.toString(), "--write-baseline"),
          there + " is there already; delete it to agree to all findings of today anew");
      assertRefused(check(clean, "--prune"), "--prune needs --baseline FILE");
    }

    @Test
    void an_output_that_is_a_folder() {
      assertRefused(
          check(clean, "--output", desk.toString()), "cannot write " + desk + ": it is a folder");
    }
  }

  @Nested
  class meets_a_class_file_that_it_cannot_read {

    private Path broken() throws IOException {
      Path file = desk.resolve("com/acme/shop/domain/Broken.class");
      Files.createDirectories(file.resolveSibling("."));
      return Files.write(file, new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 0});
    }

    @Test
    void names_it_and_goes_on() throws IOException {
      broken();
      Ran ran = check(clean, "--classes", desk.toString());
      assertThat(ran.out()).contains("1 class file could not be read").contains("Broken.class");
      assertThat(ran.code()).isZero();
    }

    @Test
    void ends_with_exit_code_2_when_strict() throws IOException {
      broken();
      Ran ran = check(clean, "--strict", "--classes", desk.toString());
      assertThat(ran.err())
          .isEqualTo(
              "architecture-rules: 1 class file could not be read (--strict)"
                  + System.lineSeparator());
      assertThat(ran.code()).isEqualTo(2);
    }
  }
}
