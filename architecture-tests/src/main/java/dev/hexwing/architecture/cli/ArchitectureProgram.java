package dev.hexwing.architecture.cli;

import dev.hexwing.architecture.LayoutMistake;
import dev.hexwing.architecture.baseline.UnusableBaseline;
import dev.hexwing.architecture.report.ProgramVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The rules as a program: exit code 0 if all is well, 1 if a check failed, 2 after wrong use, of
 * which one line on the error output tells.
 */
@Command(
    name = "architecture-rules",
    mixinStandardHelpOptions = true,
    versionProvider = ArchitectureProgram.Version.class,
    description = {
      "Checks compiled classes against the boundaries of a hexagonal architecture.",
      "Begin with: architecture-rules init --classes target/classes"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all is well", "1:a check failed", "2:wrong use"},
    subcommands = {
      CheckCommand.class,
      ExplainCommand.class,
      RolesCommand.class,
      DiagramCommand.class,
      InitCommand.class,
      RulesCommand.class
    })
public final class ArchitectureProgram implements Runnable {

  /** Something is wrong with what was found. */
  static final int FAILED = 1;

  /** Something is wrong with what was asked. */
  static final int WRONG_USE = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    int code =
        commandLine()
            .setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(args);
    System.exit(code);
  }

  /** The program as an object, for whoever wants to run it within a process of his own. */
  public static CommandLine commandLine() {
    return new CommandLine(new ArchitectureProgram())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (wrong, args) -> refused(wrong.getCommandLine(), oneLine(wrong)))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (isWrongUse(failure)) {
                return refused(command, oneLine(failure));
              }
              throw failure;
            });
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed, such as check or init");
  }

  private static boolean isWrongUse(Exception failure) {
    return failure instanceof WrongUse
        || failure instanceof LayoutMistake
        || failure instanceof UnusableBaseline
        || failure instanceof UncheckedIOException
        || failure instanceof IOException;
  }

  private static int refused(CommandLine command, String message) {
    PrintWriter err = command.getErr();
    err.println("architecture-rules: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
    err.flush();
    return WRONG_USE;
  }

  private static String oneLine(Exception failure) {
    Throwable cause = failure.getCause();
    String message = String.valueOf(failure.getMessage());
    String detail =
        failure instanceof UncheckedIOException && cause != null
            ? String.valueOf(cause.getMessage())
            : "";
    return detail.isEmpty() || message.contains(detail) ? message : message + ": " + detail;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {ProgramVersion.NAME + " " + ProgramVersion.current()};
    }
  }
}
