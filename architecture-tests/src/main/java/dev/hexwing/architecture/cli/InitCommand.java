package dev.hexwing.architecture.cli;

import dev.hexwing.architecture.Architecture;
import dev.hexwing.architecture.Proposal;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proposes a layout. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Looks at classes, proposes a layout file and says what it is unsure of.")
final class InitCommand implements Runnable {

  private static final String TO_TERMINAL = "-";
  private static final int MOST_DOUBTS = 12;

  @Option(
      names = "--classes",
      required = true,
      arity = "1..*",
      paramLabel = "DIR|JAR",
      description = "Folders of class files, or jars.")
  private List<Path> classes = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = Judged.USUAL_LAYOUT,
      description = "Where the layout goes (${DEFAULT-VALUE}); " + TO_TERMINAL + " prints it.")
  private String output = Judged.USUAL_LAYOUT;

  @Option(names = "--force", description = "Writes over a layout that is there.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Judged.needAll(classes);
    boolean printed = output.equals(TO_TERMINAL);
    if (!printed && !force && Files.exists(Path.of(output))) {
      throw new WrongUse(output + " is there already; --force writes over it");
    }
    PrintWriter err = spec.commandLine().getErr();
    Proposal proposal = Terminal.showing(err, progress -> Architecture.propose(classes, progress));
    if (proposal.yaml().isBlank()) {
      throw new WrongUse("there are no classes in " + Judged.joined(classes));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (printed) {
      out.print(proposal.yaml());
    } else {
      Output.toFile(proposal.yaml(), Path.of(output));
      out.println("wrote " + output);
    }
    out.flush();
    if (!proposal.unsure().isEmpty()) {
      err.println("Look at this, it may be wrong:");
      List<String> unsure = proposal.unsure();
      unsure.stream().limit(MOST_DOUBTS).forEach(doubt -> err.println("  - " + doubt));
      if (unsure.size() > MOST_DOUBTS) {
        err.println("  - and " + (unsure.size() - MOST_DOUBTS) + " more; the layout says where");
      }
    }
    if (!printed) {
      String layout = output.equals(Judged.USUAL_LAYOUT) ? "" : " --layout " + output;
      err.println("Then: architecture-rules check --classes " + Judged.joined(classes) + layout);
    }
    err.flush();
  }
}
