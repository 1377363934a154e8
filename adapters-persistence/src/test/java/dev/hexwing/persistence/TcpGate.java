package dev.hexwing.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A stretch of network before a server that can be cut, or fall silent, and be mended; or that
 * loses one message in the middle.
 */
final class TcpGate implements AutoCloseable {

  private enum State {
    OPEN,
    SILENT,
    CUT
  }

  private final String host;
  private final int port;
  private final ServerSocket entry;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final AtomicBoolean cutsRequest = new AtomicBoolean();
  private final AtomicBoolean losesAnswer = new AtomicBoolean();
  private State state = State.OPEN;

  TcpGate(String host, int port) {
    this.host = host;
    this.port = port;
    try {
      this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("gate").start(this::accept);
  }

  int port() {
    return entry.getLocalPort();
  }

  /** Nothing comes through any more, and nobody is told. */
  void fallSilent() {
    become(State.SILENT);
  }

  /** Every connection breaks, and new ones are dropped. */
  void cut() {
    become(State.CUT);
    sockets.forEach(TcpGate::closeQuietly);
  }

  /** Half of the next request comes through, and then its connection is reset. */
  void cutNextRequest() {
    cutsRequest.set(true);
  }

  /** The next request comes through, and its connection is reset when it is answered. */
  void loseNextAnswer() {
    losesAnswer.set(true);
  }

  /** All is well again. */
  void mend() {
    become(State.OPEN);
  }

  private void become(State next) {
    lock.lock();
    try {
      state = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    while (!entry.isClosed()) {
      try {
        Socket client = entry.accept();
        sockets.add(client);
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        closeQuietly(entry);
      }
    }
  }

  private void connect(Socket client) {
    if (!passes()) {
      closeQuietly(client);
      return;
    }
    try {
      Socket server = new Socket(host, port);
      sockets.add(server);
      Thread.ofVirtual().start(() -> carry(client, server, cutsRequest, 2));
      carry(server, client, losesAnswer, Integer.MAX_VALUE);
    } catch (IOException e) {
      closeQuietly(client);
    }
  }

  /** When the loss is due, only a part of the bytes goes on, and both ends are reset. */
  private void carry(Socket from, Socket to, AtomicBoolean loss, int part) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8_192];
      for (int read = in.read(buffer); read >= 0 && passes(); read = in.read(buffer)) {
        boolean loses = loss.compareAndSet(true, false);
        out.write(buffer, 0, loses ? read / part : read);
        out.flush();
        if (loses) {
          // Closing with no linger is a reset, not a goodbye.
          from.setSoLinger(true, 0);
          to.setSoLinger(true, 0);
          return;
        }
      }
    } catch (IOException e) {
      closeQuietly(from);
    }
  }

  /** Waits while the gate is silent; tells whether it is open then. */
  private boolean passes() {
    lock.lock();
    try {
      while (state == State.SILENT) {
        changed.awaitUninterruptibly();
      }
      return state == State.OPEN;
    } finally {
      lock.unlock();
    }
  }

  private static void closeQuietly(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closeQuietly(entry);
    cut();
  }
}
