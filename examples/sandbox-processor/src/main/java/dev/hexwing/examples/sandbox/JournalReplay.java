package dev.hexwing.examples.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a journal from its beginning, and finds where its last whole line ends. */
final class JournalReplay {

  private static final Logger LOG = LoggerFactory.getLogger(JournalReplay.class);
  private static final int LONGEST_LINE = 1 << 20;

  /** Takes one fact and where it stands in the file. */
  interface Facts {
    void accept(JsonNode fact, long offset, int length);
  }

  private JournalReplay() {}

  /**
   * Hands every fact over in the order written.
   *
   * <p>A last line that was cut short or can't be read was never answered for, so it is left out; a
   * line like that with others after it means that the file was damaged.
   *
   * @return the length of the readable part: what follows it is to be cut off
   * @throws SandboxStartException if a line before the last one can't be read
   */
  static long read(Path file, Facts facts) throws IOException {
    long offset = 0;
    long number = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b != '\n') {
          line.write(b);
          if (line.size() > LONGEST_LINE) {
            throw damaged(file, number + 1);
          }
          continue;
        }
        number++;
        if (!accept(line.toByteArray(), offset, facts)) {
          if (in.read() >= 0) {
            throw damaged(file, number);
          }
          return tornAt(file, offset);
        }
        offset += line.size() + 1L;
        line.reset();
      }
      return line.size() > 0 ? tornAt(file, offset) : offset;
    }
  }

  private static boolean accept(byte[] line, long offset, Facts facts) {
    JsonNode fact;
    try {
      fact = Json.read(line);
    } catch (JacksonException unreadable) {
      LOG.debug("unreadable line of {} bytes at {}", line.length, offset, unreadable);
      return false;
    }
    if (!fact.isObject()) {
      return false;
    }
    facts.accept(fact, offset, line.length);
    return true;
  }

  private static long tornAt(Path file, long offset) {
    LOG.warn("the last line of {} was cut short; it is dropped, at byte {}", file, offset);
    return offset;
  }

  private static SandboxStartException damaged(Path file, long number) {
    return new SandboxStartException(
        "the ledger " + file + " is damaged: line " + number + " can't be read");
  }
}
