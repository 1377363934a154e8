package dev.hexwing.architecture.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hexwing.architecture.Architecture;
import dev.hexwing.architecture.Block;
import dev.hexwing.architecture.Layout;
import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.Role;
import dev.hexwing.architecture.cli.ArchitectureProgram;
import dev.hexwing.architecture.diagram.Picture;
import dev.hexwing.architecture.diagram.SvgDiagram;
import dev.hexwing.architecture.diagram.View;
import dev.hexwing.architecture.report.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The documents")
class DocumentsTest {

  private static final Path DOCS = Path.of("../docs");
  private static final Pattern LAYOUT = Pattern.compile("```yaml\n(preset:.*?)```", Pattern.DOTALL);

  private static String rules() throws IOException {
    return Files.readString(DOCS.resolve("architecture-rules.md"));
  }

  @Nested
  class tell_of_every {

    @Test
    void rule_as_the_code_has_it() throws IOException {
      assertThat(Files.readString(DOCS.resolve("architecture-rule-catalogue.md")))
          .as(
              "to mend: architecture-tests/run rules --format markdown"
                  + " --output docs/architecture-rule-catalogue.md")
          .isEqualTo(RuleCatalogue.markdown());
    }

    @Test
    void command_and_every_option_of_check() throws IOException {
      String text = rules();
      ArchitectureProgram.commandLine()
          .getSubcommands()
          .keySet()
          .forEach(command -> assertThat(text).contains("| `" + command));
      ArchitectureProgram.commandLine().getSubcommands().values().stream()
          .filter(command -> command.getCommandName().equals("check"))
          .flatMap(command -> command.getCommandSpec().options().stream())
          .map(option -> option.longestName())
          .filter(name -> !name.equals("--help") && !name.equals("--version"))
          .forEach(name -> assertThat(text).contains("`" + name));
    }

    @Test
    void role_and_block() throws IOException {
      String text = rules();
      for (Role role : Role.values()) {
        if (role != Role.UNASSIGNED && role != Role.AMBIGUOUS) {
          assertThat(text).contains("`" + role.text() + "`");
        }
      }
      for (Block block : Block.values()) {
        assertThat(text).contains("`" + block.text() + "`");
      }
    }
  }

  @Nested
  class show {

    @Test
    void a_layout_that_can_be_read() throws IOException {
      Matcher layout = LAYOUT.matcher(rules());
      assertThat(layout.find()).isTrue();
      assertThatCode(() -> Layout.parse(layout.group(1), "the documented layout"))
          .doesNotThrowAnyException();
    }

    @Test
    void this_repository_as_it_is() throws IOException {
      Report report =
          Architecture.checkClassPath(
              DocumentsTest.class.getClassLoader(),
              List.of("dev.hexwing"),
              Layout.read(Path.of("architecture.yaml")));
      Picture picture = Picture.of(report, "Hexwing").withoutFigures();
      assertThat(Files.readString(DOCS.resolve("architecture.svg")))
          .as(
              "to mend: architecture-tests/run diagram --format svg --no-figures --title Hexwing"
                  + " --layout architecture-tests/architecture.yaml --classes */target/classes"
                  + " domain/access/target/classes domain/notification/target/classes"
                  + " --output docs/architecture.svg")
          .isEqualTo(SvgDiagram.standalone(picture, View.HEXAGON));
    }
  }
}
