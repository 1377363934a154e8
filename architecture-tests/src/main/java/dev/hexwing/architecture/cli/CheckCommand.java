package dev.hexwing.architecture.cli;

import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.Severity;
import dev.hexwing.architecture.baseline.Baseline;
import dev.hexwing.architecture.baseline.BaselineEntry;
import dev.hexwing.architecture.report.ReportFormat;
import dev.hexwing.architecture.report.Verdict;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds classes to the rules. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Tells which boundaries hold, which do not, why it matters and how to mend it.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no new finding as bad as --fail-on",
      "1:at least one",
      "2:wrong use, or with --strict a class file that could not be read"
    })
final class CheckCommand implements Callable<Integer> {

  private static final int MOST = 30;

  @Mixin private final Judged judged = new Judged();

  @Option(
      names = "--format",
      converter = Choice.OfReport.class,
      completionCandidates = Choice.OfReport.class,
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the report goes; one line is still printed.")
  private @Nullable Path output;

  @Option(
      names = "--fail-on",
      converter = Choice.OfSeverity.class,
      completionCandidates = Choice.OfSeverity.class,
      defaultValue = "error",
      description = "Mildest finding that fails: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Severity failOn = Severity.ERROR;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings agreed to be put right later.")
  private @Nullable Path baseline;

  @Option(names = "--write-baseline", description = "Agrees to all findings of today.")
  private boolean writeBaseline;

  @Option(names = "--prune", description = "Removes from the baseline what no longer holds.")
  private boolean prune;

  @Option(
      names = "--all",
      description = "Prints every finding as text, not only the first " + MOST + " of a rule.")
  private boolean all;

  @Option(names = "--strict", description = "A class file that cannot be read ends in exit code 2.")
  private boolean strict;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Optional<Baseline> agreed = agreed();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Report report = judged.report(err);
    if (writeBaseline && baseline != null) {
      return writeFirst(report, baseline, out);
    }
    Verdict verdict = Verdict.of(judged.title(), report, agreed, failOn, judged.sources());
    Output.write(format.write(verdict, all ? Integer.MAX_VALUE : MOST), output, out);
    if (output != null) {
      out.println(verdict.summary() + "; see " + output);
      out.flush();
    }
    if (prune && baseline != null) {
      prune(verdict, agreed.orElse(Baseline.empty()), baseline, err);
    }
    return exitCode(verdict, err);
  }

  private Optional<Baseline> agreed() {
    if (baseline == null) {
      if (prune || writeBaseline) {
        throw new WrongUse((prune ? "--prune" : "--write-baseline") + " needs --baseline FILE");
      }
      return Optional.empty();
    }
    if (prune && writeBaseline) {
      throw new WrongUse("--prune and --write-baseline exclude each other");
    }
    if (writeBaseline) {
      if (Files.exists(baseline)) {
        throw new WrongUse(
            baseline + " is there already; delete it to agree to all findings of today anew");
      }
      return Optional.empty();
    }
    if (!Files.isRegularFile(baseline)) {
      throw new WrongUse(
          "--baseline: there is no file " + baseline + "; --write-baseline writes it");
    }
    return Optional.of(Baseline.read(baseline));
  }

  private static int writeFirst(Report report, Path file, PrintWriter out) {
    Baseline first = Baseline.of(report.findings().stream().map(Verdict::entryOf).toList());
    Output.toFile(first.text(), file);
    int size = first.entries().size();
    out.println("wrote " + file + " with " + size + (size == 1 ? " finding" : " findings"));
    out.flush();
    return 0;
  }

  private static void prune(Verdict verdict, Baseline agreed, Path file, PrintWriter err) {
    if (verdict.fixed().isEmpty()) {
      return;
    }
    TreeSet<BaselineEntry> kept = new TreeSet<>(agreed.entries());
    verdict.fixed().forEach(kept::remove);
    Output.toFile(Baseline.of(kept).text(), file);
    int size = verdict.fixed().size();
    err.println("removed " + size + (size == 1 ? " entry" : " entries") + " from " + file);
    err.flush();
  }

  private int exitCode(Verdict verdict, PrintWriter err) {
    int unreadable = verdict.report().unreadable().size();
    if (strict && unreadable > 0) {
      String files = unreadable == 1 ? " class file" : " class files";
      err.println("architecture-rules: " + unreadable + files + " could not be read (--strict)");
      err.flush();
      return ArchitectureProgram.WRONG_USE;
    }
    return verdict.fails() ? ArchitectureProgram.FAILED : 0;
  }
}
