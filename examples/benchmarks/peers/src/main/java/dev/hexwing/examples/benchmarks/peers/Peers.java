package dev.hexwing.examples.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Drains a backlog when it is told to: arguments are the peer's name, the database's address and
 * user; each line read is {@code fill N} or {@code run N}, each answer one line.
 */
public final class Peers {

  private Peers() {}

  /** Answers until its input ends. */
  public static void main(String[] args) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Peer peer = open(args[0], args[1], args[2])) {
      answer("ready");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int events = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
        if (line.startsWith("fill ")) {
          peer.fill(events);
          answer("filled");
        } else {
          AtomicInteger handled = new AtomicInteger();
          peer.run(events, handled);
          answer("handled " + handled);
        }
      }
    }
  }

  private static void answer(String line) throws IOException {
    System.out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static Peer open(String name, String url, String user) {
    return switch (name) {
      case "transaction-outbox" -> TransactionOutboxPeer.asDelivered(url, user);
      case "transaction-outbox, 8 threads" -> TransactionOutboxPeer.withThreads(url, user);
      case "spring-modulith" -> SpringModulithPeer.start(url, user);
      default -> throw new IllegalArgumentException("no such peer: " + name);
    };
  }
}
