package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.architecture.classfile.ClassFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is written of each rule")
class RuleExamplesTest {

  static final Layout LAYOUT =
      Layout.parse(
          """
          preset: hexwing
          root: com.example
          adapters: [rest, persistence]
          assemblies: [Assembly]
          programs: [cli]
          roles:
            ignored: com.example.misc..
          """,
          "examples.yaml");

  private static final Map<String, byte[]> LIBRARIES = Compiled.of(Compiled.LIBRARIES);

  /** The rules that look at classes; those on rules themselves have no examples. */
  static Stream<RuleDescription> rules() {
    return RuleBook.descriptions().stream().filter(one -> !one.family().equals("RUL"));
  }

  static List<Finding> findings(String rule, String java) {
    Map<String, byte[]> all = new LinkedHashMap<>(Compiled.of(java, LIBRARIES));
    ClassFiles.Contents contents = Compiled.contents(all);
    return RuleBook.of(LAYOUT).rule(rule).judge(new CodeBase(contents, LAYOUT)).findings();
  }

  @Nested
  class is_true {

    static Stream<RuleDescription> rules() {
      return RuleExamplesTest.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_example_before_breaks_the_rule(RuleDescription rule) {
      assertThat(findings(rule.id(), rule.invalid())).as(rule.id()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_example_after_does_not(RuleDescription rule) {
      assertThat(findings(rule.id(), rule.valid())).as(rule.id()).isEmpty();
    }
  }

  @Nested
  class is_complete {

    static Stream<RuleDescription> all() {
      return RuleBook.descriptions().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_says_what_and_why_and_how_to_mend(RuleDescription rule) {
      assertThat(rule.statement()).isNotBlank();
      assertThat(rule.why()).isNotBlank();
      assertThat(rule.fix()).isNotBlank();
    }
  }
}
