package dev.hexwing.architecture.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/**
 * What the program did.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record Ran(int code, String out, String err) {

  static Ran with(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i] instanceof Path path ? path.toString() : (String) arguments[i];
    }
    int code =
        ArchitectureProgram.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Ran(code, out.toString(), err.toString());
  }
}
