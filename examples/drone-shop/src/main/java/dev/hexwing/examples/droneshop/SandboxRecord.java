package dev.hexwing.examples.droneshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a shop writes down of the sandbox that it has started, so that the next one finds it.
 *
 * @param pid its process
 * @param startedAt since when it runs, in milliseconds since 1970, as pids are used again
 * @param port where it listens
 */
record SandboxRecord(long pid, long startedAt, int port) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18}) ([0-9]{1,18}) ([0-9]{1,5})");

  static SandboxRecord of(ProcessHandle process, int port) {
    return new SandboxRecord(process.pid(), startedAt(process), port);
  }

  static Optional<SandboxRecord> read(Path data) {
    try {
      Matcher text = FORM.matcher(Files.readString(file(data)).strip());
      return text.matches()
          ? Optional.of(
              new SandboxRecord(
                  Long.parseLong(text.group(1)),
                  Long.parseLong(text.group(2)),
                  Integer.parseInt(text.group(3))))
          : Optional.empty();
    } catch (IOException noneWritten) {
      return Optional.empty();
    }
  }

  void write(Path data) {
    PrivateFile.write(file(data), pid + " " + startedAt + " " + port + "\n");
  }

  static Path file(Path data) {
    return data.resolve("sandbox.process");
  }

  /** The process, if it still is the same. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedAt(process) == startedAt);
  }

  private static long startedAt(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
