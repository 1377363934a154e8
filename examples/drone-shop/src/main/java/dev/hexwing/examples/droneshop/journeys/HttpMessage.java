package dev.hexwing.examples.droneshop.journeys;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one HTTP/1.1 message off a connection, whole, as it is on the wire. */
final class HttpMessage {

  private static final int LARGEST_HEAD = 64 * 1024;
  private static final int LARGEST = 16 * 1024 * 1024;

  private HttpMessage() {}

  /** The bytes of the next message; none if the other side hung up before it began. */
  static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream(1024);
    if (!lines(in, message, LARGEST_HEAD)) {
      return new byte[0];
    }
    String head = message.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (header(head, "transfer-encoding").contains("chunked")) {
      chunks(in, message);
    } else {
      String length = header(head, "content-length");
      copy(in, message, length.isEmpty() ? 0 : Integer.parseInt(length));
    }
    return message.toByteArray();
  }

  private static String header(String head, String name) {
    int at = head.indexOf("\r\n" + name + ":");
    if (at < 0) {
      return "";
    }
    int start = at + name.length() + 3;
    return head.substring(start, head.indexOf("\r\n", start)).strip();
  }

  private static void chunks(InputStream in, ByteArrayOutputStream message) throws IOException {
    int size;
    do {
      String line = line(in, message);
      int end = line.indexOf(';');
      size = Integer.parseInt((end < 0 ? line : line.substring(0, end)).strip(), 16);
      copy(in, message, size == 0 ? 0 : size + 2);
    } while (size > 0);
    lines(in, message, LARGEST_HEAD);
  }

  /** Copies lines up to and with an empty one; false if there was none at all. */
  private static boolean lines(InputStream in, ByteArrayOutputStream message, int most)
      throws IOException {
    int before = message.size();
    while (true) {
      int start = message.size();
      int next = in.read();
      if (next < 0) {
        if (message.size() == before) {
          return false;
        }
        throw new EOFException("the message broke off");
      }
      message.write(next);
      String line = next == '\n' ? "" : line(in, message);
      if (message.size() - before > most) {
        throw new IOException("the head of the message is too large");
      }
      if (line.isEmpty() && message.size() - start <= 2) {
        return true;
      }
    }
  }

  private static String line(InputStream in, ByteArrayOutputStream message) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next >= 0) {
      message.write(next);
      if (next == '\n') {
        return line.toString().strip();
      }
      line.append((char) next);
      if (line.length() > LARGEST_HEAD) {
        throw new IOException("a line of the message is too long");
      }
      next = in.read();
    }
    throw new EOFException("the message broke off");
  }

  private static void copy(InputStream in, ByteArrayOutputStream message, int count)
      throws IOException {
    if (count < 0 || message.size() + count > LARGEST) {
      throw new IOException("the message is too large");
    }
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the message broke off");
    }
    message.writeBytes(bytes);
  }
}
