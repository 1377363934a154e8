package dev.hexwing.examples.droneshop.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated values by RFC 4180, one row at a time, in memory that one row bounds.
 *
 * <p>Text is UTF-8, with or without a byte order mark. Lines end with LF or CRLF; empty lines are
 * passed over. A field in quotes may hold commas, line ends and doubled quotes. A row that breaks
 * these rules is handed out as bad, and reading goes on with the next line, so that one stray quote
 * costs one line and not the rest of the file. Not safe for use by several threads.
 */
public final class CsvReader implements Closeable {

  private static final int LONGEST_ROW = 32 * 1024;
  private static final int BUFFER = 64 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char UNREADABLE = '\uFFFD';
  private static final int END = -1;

  private final BufferedReader text;
  private long line = 1;
  private boolean begun;
  private int length;

  /** A reader over bytes; closing it closes them. */
  public CsvReader(InputStream bytes) {
    this.text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), BUFFER);
  }

  /** The next row that is not empty; empty at the end of the file. */
  public Optional<CsvRow> next() throws IOException {
    if (!begun) {
      begun = true;
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
    }
    while (true) {
      text.mark(LONGEST_ROW + 2);
      int first = text.read();
      if (first == END) {
        return Optional.empty();
      }
      if (first == '\n') {
        line++;
      } else if (first != '\r') {
        text.reset();
        return Optional.of(row());
      }
    }
  }

  private CsvRow row() throws IOException {
    long start = line;
    length = 0;
    List<String> fields = new ArrayList<>();
    try {
      boolean more = true;
      while (more) {
        StringBuilder field = new StringBuilder();
        more = hasNext(field(field));
        fields.add(field.toString());
      }
      return new CsvRow.Fields(start, fields);
    } catch (BadRow bad) {
      line = start;
      text.reset();
      skipLine();
      return new CsvRow.Bad(start, bad.reason);
    }
  }

  /** Reads one field; the character behind it. */
  private int field(StringBuilder field) throws IOException, BadRow {
    int next = read();
    if (next == '"') {
      return quoted(field);
    }
    while (next != ',' && next != '\n' && next != '\r' && next != END) {
      if (next == '"') {
        throw new BadRow("there is a quote within a field that does not begin with one");
      }
      field.append((char) next);
      next = read();
    }
    return next;
  }

  private int quoted(StringBuilder field) throws IOException, BadRow {
    while (true) {
      int next = read();
      if (next == '"') {
        next = read();
        if (next != '"') {
          return next;
        }
      } else if (next == END) {
        throw new BadRow("a quote is never closed");
      } else if (next == '\n') {
        line++;
      }
      field.append((char) next);
    }
  }

  private boolean hasNext(int behindField) throws IOException, BadRow {
    int end = behindField == '\r' ? read() : behindField;
    if (end == '\n') {
      line++;
      return false;
    }
    if (behindField == ',' || behindField == END) {
      return behindField == ',';
    }
    throw new BadRow(
        behindField == '\r'
            ? "a carriage return stands alone"
            : "there is text after a closing quote");
  }

  private int read() throws IOException, BadRow {
    int next = text.read();
    if (++length > LONGEST_ROW) {
      throw new BadRow("the row is longer than " + LONGEST_ROW + " characters");
    }
    if (next == UNREADABLE) {
      throw new BadRow("the row is not UTF-8");
    }
    return next;
  }

  private void skipLine() throws IOException {
    int next = text.read();
    while (next != END && next != '\n') {
      next = text.read();
    }
    line++;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** Breaks off a row; never leaves this class. */
  private static final class BadRow extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private BadRow(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }
  }
}
