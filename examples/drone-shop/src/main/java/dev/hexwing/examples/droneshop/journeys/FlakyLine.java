package dev.hexwing.examples.droneshop.journeys;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * A bad network between customers and shop: it carries HTTP/1.1 messages, and loses some.
 *
 * <p>With half of the given probability a request is lost before the shop sees it, with the other
 * half the shop's answer is lost; either way the connection is cut, which is all that the customer
 * notices. Safe for use by any number of threads.
 */
final class FlakyLine implements AutoCloseable {

  private static final int BACKLOG = 1024;
  private static final int CONNECT_MILLIS = 2_000;
  private static final int SILENCE_MILLIS = 30_000;

  private final ServerSocket listening;
  private final InetSocketAddress target;
  private final double drop;
  private final long seed;
  private final AtomicLong messages = new AtomicLong();
  private final LongAdder lost = new LongAdder();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService carriers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("line-", 0).factory());

  private FlakyLine(ServerSocket listening, InetSocketAddress target, double drop, long seed) {
    this.listening = listening;
    this.target = target;
    this.drop = drop;
    this.seed = seed;
  }

  /** Opens a line to a server on this machine. */
  static FlakyLine to(URI server, double drop, long seed) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    FlakyLine line =
        new FlakyLine(
            new ServerSocket(0, BACKLOG, here),
            new InetSocketAddress(server.getHost(), server.getPort()),
            drop,
            seed);
    line.carriers.execute(line::accept);
    return line;
  }

  /** Where customers call. */
  URI address() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /** How many messages were lost. */
  long lost() {
    return lost.sum();
  }

  private void accept() {
    try {
      while (true) {
        Socket customer = listening.accept();
        open.add(customer);
        carriers.execute(() -> carry(customer));
      }
    } catch (IOException closed) {
      // The line is being closed; whoever is on it is cut off by close.
    }
  }

  private void carry(Socket customer) {
    try (customer;
        Socket shop = new Socket()) {
      open.add(shop);
      prepare(customer);
      shop.connect(target, CONNECT_MILLIS);
      prepare(shop);
      InputStream fromCustomer = new BufferedInputStream(customer.getInputStream());
      InputStream fromShop = new BufferedInputStream(shop.getInputStream());
      boolean carried = true;
      while (carried) {
        carried =
            exchange(fromCustomer, shop.getOutputStream(), fromShop, customer.getOutputStream());
      }
      open.remove(shop);
    } catch (IOException broken) {
      // One side hung up: closing the other tells it.
    } finally {
      open.remove(customer);
    }
  }

  private static void prepare(Socket socket) throws SocketException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SILENCE_MILLIS);
  }

  /** Carries one request and its answer; false once the connection is over. */
  private boolean exchange(
      InputStream fromCustomer, OutputStream toShop, InputStream fromShop, OutputStream toCustomer)
      throws IOException {
    byte[] request = HttpMessage.read(fromCustomer);
    if (request.length == 0) {
      return false;
    }
    Fate fate = fate();
    if (fate == Fate.REQUEST_LOST) {
      return false;
    }
    toShop.write(request);
    toShop.flush();
    byte[] answer = HttpMessage.read(fromShop);
    if (fate == Fate.ANSWER_LOST || answer.length == 0) {
      return false;
    }
    toCustomer.write(answer);
    toCustomer.flush();
    return true;
  }

  private Fate fate() {
    double dice = new SplittableRandom(seed + messages.getAndIncrement() * 7919).nextDouble();
    if (dice >= drop) {
      return Fate.CARRIED;
    }
    lost.increment();
    return dice < drop / 2 ? Fate.REQUEST_LOST : Fate.ANSWER_LOST;
  }

  @Override
  public void close() {
    closeQuietly(listening);
    open.forEach(FlakyLine::closeQuietly);
    carriers.shutdownNow();
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception alreadyGone) {
      // There is nobody left to tell, and nothing left to free.
    }
  }

  /** What becomes of one message. */
  private enum Fate {
    CARRIED,
    REQUEST_LOST,
    ANSWER_LOST
  }
}
