package dev.hexwing.architecture.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The program as part of a build that shares its process: where the program would end the process
 * with a code, this throws, so that the build fails and says why.
 *
 * <p>Takes the arguments of {@link ArchitectureProgram}.
 */
public final class InBuild {

  private InBuild() {}

  /**
   * Runs the program.
   *
   * @throws Failed if its exit code would not be 0
   */
  public static void main(String[] args) {
    int code =
        ArchitectureProgram.commandLine()
            .setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(args);
    if (code == ArchitectureProgram.FAILED) {
      throw new Failed("boundaries of the architecture do not hold; see the findings above");
    }
    if (code != 0) {
      throw new Failed("the architecture could not be checked; see the line above");
    }
  }

  /** What fails the build. It tells all there is to tell, so it has no stack trace. */
  public static final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message, null, false, false);
    }
  }
}
