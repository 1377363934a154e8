package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.hexwing.architecture.classfile.ClassFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("As an ArchRule of ArchUnit")
class ArchRuleTest {

  private static final RuleBook BOOK = RuleBook.of(HouseKind.HEXWING.layout());

  @TempDir private static Path folder = Path.of("");
  private static JavaClasses imported = new ClassFileImporter().importPaths(List.of());
  private static CodeBase read =
      new CodeBase(ClassFiles.readAll(List.of()), HouseKind.HEXWING.layout());

  @BeforeAll
  static void an_application_that_breaks_every_rule() throws IOException {
    for (Map.Entry<String, byte[]> one : MutationTest.broken(HouseKind.HEXWING).entrySet()) {
      Path file = folder.resolve(one.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, one.getValue());
    }
    imported = new ClassFileImporter().importPath(folder);
    ClassFiles.Contents contents = ClassFiles.read(List.of(folder), (done, of) -> {});
    read = new CodeBase(contents, HouseKind.HEXWING.layout());
  }

  static Stream<Rule> rules() {
    return BOOK.rules().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void every_rule_finds_what_it_finds_elsewhere(Rule rule) {
    List<Finding> elsewhere = rule.judge(read).findings();

    EvaluationResult result = ((ArchRule) rule).evaluate(imported);

    assertThat(elsewhere).isNotEmpty();
    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().getDetails())
        .containsExactlyInAnyOrderElementsOf(elsewhere.stream().map(ForArchUnit::text).toList());
  }
}
