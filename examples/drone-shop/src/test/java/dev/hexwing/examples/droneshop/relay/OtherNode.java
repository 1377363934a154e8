package dev.hexwing.examples.droneshop.relay;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A {@link RelayNode}, or a {@link FeedNode}, that runs beside the test: frozen, thawed and killed
 * by it.
 */
final class OtherNode implements AutoCloseable {

  private final Process process;
  private final BufferedReader printed;
  private final BufferedWriter in;

  private OtherNode(Process process) {
    this.process = process;
    this.printed = process.inputReader();
    this.in = process.outputWriter();
  }

  static OtherNode start(Shelf shelf, Duration lease, String eventId, RelayNode.Place place)
      throws IOException {
    return start(
        RelayNode.class,
        shelf.settings().url(),
        Long.toString(lease.toMillis()),
        eventId,
        place.name());
  }

  /** Another program than a relay, which stays at an event as one does. */
  static OtherNode start(Class<?> program, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    return new OtherNode(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Reads on until it prints this line. */
  void await(String wanted) throws IOException {
    StringBuilder before = new StringBuilder();
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      if (line.equals(wanted)) {
        return;
      }
      before.append(line).append('\n');
    }
    throw new AssertionError("it ended without " + wanted + ":\n" + before);
  }

  void letGo() throws IOException {
    in.write("go on\n");
    in.flush();
  }

  void freeze() throws Exception {
    signal("-STOP");
  }

  void thaw() throws Exception {
    signal("-CONT");
  }

  private void signal(String signal) throws Exception {
    Process kill =
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).inheritIO().start();
    if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
      throw new IllegalStateException("cannot send " + signal);
    }
  }

  /** As a power cut does. */
  void kill() throws InterruptedException {
    if (!process.destroyForcibly().waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not die");
    }
  }

  @Override
  public void close() throws Exception {
    kill();
    printed.close();
  }
}
