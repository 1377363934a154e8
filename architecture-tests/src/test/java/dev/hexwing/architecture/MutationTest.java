package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clean application in each layout; one thing is broken at a time, and only that is found. */
@DisplayName("In a clean application")
class MutationTest {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+);");
  private static final Map<String, byte[]> LIBRARIES = Compiled.of(Compiled.LIBRARIES);

  /** What is broken: the rule that must see it, how, and the class that does it. */
  private record Mutation(int number, String rule, String how, String java) {

    boolean made(String className) {
      String name = className.substring(className.lastIndexOf('.') + 1);
      return name.matches("(.*\\D)?X" + number + "(\\D.*)?");
    }
  }

  private static List<Mutation> mutations(HouseKind kind) {
    List<Mutation> all = new ArrayList<>();
    for (String part : text("mutations.txt").split("(?m)^# ", -1)) {
      if (!part.isBlank()) {
        int line = part.indexOf('\n');
        int space = part.indexOf(' ');
        int number = 100 + all.size();
        String java = kind.in(part.substring(line + 1)).replace("X#", "X" + number);
        all.add(
            new Mutation(number, part.substring(0, space), part.substring(space + 1, line), java));
      }
    }
    return all;
  }

  static String text(String name) {
    try (InputStream in = MutationTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, byte[]> clean(HouseKind kind) {
    String java = kind.in(text("clean-application.txt"));
    return Compiled.of(java + packageInfos(java, kind.in(text("mutations.txt"))), LIBRARIES);
  }

  /** One for each package but those that are bare on purpose. */
  private static String packageInfos(String... all) {
    return Stream.of(all)
        .flatMap(java -> PACKAGE.matcher(java).results())
        .map(one -> one.group(1))
        .filter(name -> !name.endsWith(".bare"))
        .distinct()
        .map(name -> "@org.jspecify.annotations.NullMarked\npackage " + name + ";\n")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @EnumSource(HouseKind.class)
  void nothing_is_found_and_every_rule_has_something_to_judge(HouseKind kind) {
    Report report = Architecture.judge(Compiled.contents(clean(kind)), kind.layout());

    assertThat(report.findings()).isEmpty();
    assertThat(report.tallies()).noneMatch(RuleTally::isVacuous);
    assertThat(report.tallies())
        .extracting(RuleTally::rule)
        .containsExactlyElementsOf(ids(RuleBook.of(kind.layout())));
  }

  @ParameterizedTest
  @EnumSource(HouseKind.class)
  void what_only_looks_broken_is_not_found(HouseKind kind) {
    Map<String, byte[]> all = clean(kind);
    Map<String, byte[]> before = new LinkedHashMap<>(LIBRARIES);
    before.putAll(all);
    StringBuilder java = new StringBuilder();
    List<String> parts = nearMisses();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      java.append(kind.in(part.substring(part.indexOf('\n') + 1)).replace("N#", "N" + (100 + i)));
    }
    all.putAll(Compiled.of(java.toString(), before));

    assertThat(all).hasSizeGreaterThan(before.size() + parts.size() / 2);
    assertThat(Architecture.judge(Compiled.contents(all), kind.layout()).findings()).isEmpty();
  }

  private static List<String> nearMisses() {
    return Stream.of(text("near-misses.txt").split("(?m)^# ", -1))
        .filter(part -> !part.isBlank())
        .toList();
  }

  @Test
  void enough_is_seeded() {
    int houses = HouseKind.values().length;
    assertThat(houses * mutations(HouseKind.HEXWING).size()).isGreaterThanOrEqualTo(360);
    assertThat(houses * nearMisses().size()).isGreaterThanOrEqualTo(180);
  }

  @Test
  void no_rule_is_left_that_nothing_breaks() {
    assertThat(mutations(HouseKind.HEXWING).stream().map(Mutation::rule).distinct())
        .containsExactlyInAnyOrderElementsOf(ids(RuleBook.of(HouseKind.HEXWING.layout())));
  }

  private static List<String> ids(RuleBook book) {
    return book.rules().stream().map(Rule::id).toList();
  }

  @TestFactory
  Stream<DynamicTest> one_broken_thing_is_the_one_finding() {
    return Stream.of(HouseKind.values()).flatMap(MutationTest::tests);
  }

  private static Stream<DynamicTest> tests(HouseKind kind) {
    Map<String, byte[]> clean = clean(kind);
    Map<String, byte[]> before = new LinkedHashMap<>(LIBRARIES);
    before.putAll(clean);
    List<Mutation> mutations = mutations(kind);
    StringBuilder java = new StringBuilder();
    mutations.forEach(one -> java.append(one.java()));
    Map<String, byte[]> broken = Compiled.of(java.toString(), before);
    return mutations.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    kind + " " + one.rule() + " " + one.how(),
                    () -> verify(kind, one, clean, broken)));
  }

  /** The clean application with all that is broken in it. */
  static Map<String, byte[]> broken(HouseKind kind) {
    Map<String, byte[]> all = clean(kind);
    Map<String, byte[]> before = new LinkedHashMap<>(LIBRARIES);
    before.putAll(all);
    StringBuilder java = new StringBuilder();
    mutations(kind).forEach(one -> java.append(one.java()));
    all.putAll(Compiled.of(java.toString(), before));
    return all;
  }

  private static void verify(
      HouseKind kind, Mutation mutation, Map<String, byte[]> clean, Map<String, byte[]> broken) {
    Map<String, byte[]> all = new LinkedHashMap<>(clean);
    broken.forEach(
        (name, bytes) -> {
          if (mutation.made(name)) {
            all.put(name, bytes);
          }
        });
    assertThat(all).hasSizeGreaterThan(clean.size());
    Report report = Architecture.judge(Compiled.contents(all), kind.layout());

    assertThat(report.findings())
        .as(() -> report.findings().toString())
        .extracting(Finding::rule)
        .containsExactly(mutation.rule());
  }
}
