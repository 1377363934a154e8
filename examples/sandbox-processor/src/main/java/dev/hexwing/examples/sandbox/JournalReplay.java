package dev.hexwing.examples.sandbox;

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
  private static final int BUFFER = 1 << 16;

  /** Takes one fact and where it stands in the file. */
  interface Facts {
    void accept(JsonNode fact, long offset, int length);
  }

  private final Path file;
  private final Facts facts;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
  private long offset;
  private long number;
  private boolean torn;

  private JournalReplay(Path file, Facts facts) {
    this.file = file;
    this.facts = facts;
  }

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
    try (InputStream in = Files.newInputStream(file)) {
      return new JournalReplay(file, facts).read(in);
    }
  }

  private long read(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int filled = in.read(buffer); filled >= 0; filled = in.read(buffer)) {
      int start = 0;
      for (int i = 0; i < filled; i++) {
        if (buffer[i] == '\n') {
          line.write(buffer, start, i - start);
          start = i + 1;
          take();
        }
      }
      line.write(buffer, start, filled - start);
      if (line.size() > LONGEST_LINE || (torn && line.size() > 0)) {
        throw damaged();
      }
    }
    if (torn || line.size() > 0) {
      LOG.warn("the last line of {} was cut short; it is dropped, at byte {}", file, offset);
    }
    return offset;
  }

  private void take() {
    if (torn) {
      throw damaged();
    }
    number++;
    if (accept(line.toByteArray(), offset, facts)) {
      offset += line.size() + 1L;
    } else {
      torn = true;
    }
    line.reset();
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

  private SandboxStartException damaged() {
    return new SandboxStartException(
        "the ledger " + file + " is damaged: line " + number + " can't be read");
  }
}
