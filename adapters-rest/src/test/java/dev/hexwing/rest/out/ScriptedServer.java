package dev.hexwing.rest.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a raw socket that counts what reaches the wire and answers as it is told. */
final class ScriptedServer implements AutoCloseable {

  /** A request that arrived whole. */
  record Seen(String line, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** What is done once a request has arrived whole; the connection is kept if it returns. */
  interface Script {
    void answer(Socket socket) throws IOException;
  }

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger heads = new AtomicInteger();
  private final ConcurrentLinkedQueue<Script> scripts = new ConcurrentLinkedQueue<>();
  private volatile Script usual = json(500, "{}");

  ScriptedServer() {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /** Answers the next requests so, one each, and every later one like the last. */
  ScriptedServer answers(Script... next) {
    scripts.clear();
    scripts.addAll(List.of(next));
    usual = next[next.length - 1];
    return this;
  }

  List<Seen> seen() {
    return seen;
  }

  /** The only request that arrived. */
  Seen only() {
    if (seen.size() != 1) {
      throw new AssertionError("not one request: " + seen);
    }
    return seen.getFirst();
  }

  /** Requests whose head arrived, whole or not. */
  int heads() {
    return heads.get();
  }

  static Script json(int status, String body) {
    return text(status, "application/json", body);
  }

  static Script text(int status, String type, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return raw(
        "HTTP/1.1 %d Said\r\nContent-Type: %s\r\nRequest-Id: req_1\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, type, bytes.length, body));
  }

  static Script raw(String bytes) {
    return socket -> {
      socket.getOutputStream().write(bytes.getBytes(UTF_8));
      socket.getOutputStream().flush();
    };
  }

  /** Sends these bytes, and then ends the connection in order. */
  static Script rawThenEnd(String bytes) {
    return socket -> {
      raw(bytes).answer(socket);
      socket.close();
    };
  }

  /** Breaks the connection off, with a reset on the wire. */
  static Script reset() {
    return socket -> {
      socket.setSoLinger(true, 0);
      socket.close();
    };
  }

  /** Sends these bytes and then says nothing more until the other side gives up. */
  static Script rawThenStall(String bytes) {
    return socket -> {
      raw(bytes).answer(socket);
      if (socket.getInputStream().read() >= 0) {
        throw new IOException("spoken to while stalling");
      }
      socket.close();
    };
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        connections.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      while (!socket.isClosed()) {
        String head = head(in);
        if (head.isEmpty()) {
          return;
        }
        heads.incrementAndGet();
        String[] lines = head.split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
          int colon = lines[i].indexOf(':');
          if (colon > 0) {
            headers.put(
                lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                lines[i].substring(colon + 1).strip());
          }
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
          return;
        }
        Script next = scripts.poll();
        seen.add(new Seen(lines[0], headers, new String(body, UTF_8)));
        (next == null ? usual : next).answer(socket);
      }
    } catch (IOException gone) {
      connections.remove(socket);
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < 4) {
      int b = in.read();
      if (b < 0) {
        return "";
      }
      head.write(b);
      boolean fits = b == (matched % 2 == 0 ? '\r' : '\n');
      matched = fits ? matched + 1 : b == '\r' ? 1 : 0;
    }
    return head.toString(UTF_8);
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : connections) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
      threads.close();
    }
  }
}
