package dev.hexwing.architecture.cli;

import dev.hexwing.architecture.report.RuleCatalogue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the rules. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "Lists every rule, its severity and what it asks.")
final class RulesCommand implements Runnable {

  @Option(
      names = "--format",
      converter = Choice.OfCatalogue.class,
      completionCandidates = Choice.OfCatalogue.class,
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private CatalogueFormat format = CatalogueFormat.TEXT;

  @Option(names = "--output", paramLabel = "FILE", description = "Where the list goes.")
  private @Nullable Path output;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    String text =
        switch (format) {
          case TEXT -> RuleCatalogue.text();
          case MARKDOWN -> RuleCatalogue.markdown();
          case JSON -> RuleCatalogue.json();
        };
    Output.write(text, output, spec.commandLine().getOut());
  }
}
