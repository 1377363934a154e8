package dev.hexwing.examples.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Asks a server on this machine as fast as it answers, in a process of its own, so that the
 * server's processor time can be told from ours.
 *
 * <p>Arguments: port, connections, how many requests, and a file with a request in Base64 on each
 * line, asked in turns. Each connection waits for an answer before it asks again. Prints the
 * nanoseconds from start to end and those of each request.
 */
public final class LoadClient {

  private static final int SILENCE_MILLIS = 5_000;

  private LoadClient() {}

  /** Runs once and ends. */
  public static void main(String... args) throws Exception {
    int port = Integer.parseInt(args[0]);
    List<byte[]> requests = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[3]))) {
      requests.add(Base64.getDecoder().decode(line));
    }
    List<Side.Worker> workers = new ArrayList<>();
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(SILENCE_MILLIS);
      sockets.add(socket);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
      workers.add(
          item -> {
            socket.getOutputStream().write(requests.get(item % requests.size()));
            readAnswer(in);
          });
    }
    Round round = Round.run(workers, 0, Integer.parseInt(args[2]));
    for (Socket socket : sockets) {
      socket.close();
    }
    System.out.printf(
        "%d %.1f %.1f%n", round.nanos(), round.percentileMicros(0.5), round.percentileMicros(0.99));
  }

  private static void readAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 2")) {
      throw new IOException("not what was measured: " + status);
    }
    int length = -1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    if (length < 0) {
      throw new IOException("an answer without a length");
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
