package dev.hexwing.architecture.cli;

import dev.hexwing.architecture.diagram.MermaidDiagram;
import dev.hexwing.architecture.diagram.Picture;
import dev.hexwing.architecture.diagram.PlantUmlDiagram;
import dev.hexwing.architecture.diagram.SvgDiagram;
import dev.hexwing.architecture.diagram.View;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws classes. */
@Command(
    name = "diagram",
    mixinStandardHelpOptions = true,
    description = "Draws the contexts and the hexagon as they are in the bytecode.")
final class DiagramCommand implements Runnable {

  @Mixin private final Judged judged = new Judged();

  @Option(
      names = "--format",
      converter = Choice.OfDiagram.class,
      completionCandidates = Choice.OfDiagram.class,
      defaultValue = "mermaid",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private DiagramFormat format = DiagramFormat.MERMAID;

  @Option(
      names = "--view",
      converter = Choice.OfView.class,
      completionCandidates = Choice.OfView.class,
      defaultValue = "hexagon",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private View view = View.HEXAGON;

  @Option(
      names = "--no-figures",
      description = "Leaves out how many classes: it changes only when the architecture does.")
  private boolean noFigures;

  @Option(names = "--output", paramLabel = "FILE", description = "Where the diagram goes.")
  private @Nullable Path output;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Picture picture = Picture.of(judged.report(spec.commandLine().getErr()), judged.title());
    Picture drawn = noFigures ? picture.withoutFigures() : picture;
    String text =
        switch (format) {
          case MERMAID -> MermaidDiagram.of(drawn, view);
          case PLANTUML -> PlantUmlDiagram.of(drawn, view);
          case SVG -> SvgDiagram.standalone(drawn, view);
        };
    Output.write(text, output, spec.commandLine().getOut());
  }
}
