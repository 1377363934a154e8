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
import java.time.Duration;
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
 * half the shop's answer is lost, every other time after half of its bytes have arrived. Then the
 * connection is ended or, every other time, reset, which is all that the customer notices. Half as
 * many messages as are lost are held up on their way. Safe for use by any number of threads.
 */
final class FlakyLine implements AutoCloseable {

  private static final int BACKLOG = 1024;
  private static final int CONNECT_MILLIS = 2_000;
  private static final int SILENCE_MILLIS = 30_000;
  private static final int LONGEST_DELAY_MILLIS = 100;

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
        Fate fate =
            exchange(fromCustomer, shop.getOutputStream(), fromShop, customer.getOutputStream());
        carried = fate.loss() == Loss.NONE;
        if (fate.isReset()) {
          customer.setSoLinger(true, 0);
        }
      }
      open.remove(shop);
    } catch (IOException broken) {
      // One side hung up: closing the other tells it.
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(customer);
    }
  }

  private static void prepare(Socket socket) throws SocketException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SILENCE_MILLIS);
  }

  /** Carries one request and its answer, as far as they get. */
  private Fate exchange(
      InputStream fromCustomer, OutputStream toShop, InputStream fromShop, OutputStream toCustomer)
      throws IOException, InterruptedException {
    byte[] request = HttpMessage.read(fromCustomer);
    if (request.length == 0) {
      return Fate.HUNG_UP;
    }
    Fate fate = fate();
    Pause.of(fate.delay());
    if (fate.loss() == Loss.REQUEST) {
      return fate;
    }
    toShop.write(request);
    toShop.flush();
    byte[] answer = HttpMessage.read(fromShop);
    if (answer.length == 0) {
      return Fate.HUNG_UP;
    }
    toCustomer.write(answer, 0, fate.arriving(answer.length));
    toCustomer.flush();
    return fate;
  }

  private Fate fate() {
    SplittableRandom dice = new SplittableRandom(seed + messages.getAndIncrement() * 7919);
    double drawn = dice.nextDouble();
    if (drawn >= drop) {
      boolean isHeldUp = drawn < drop * 1.5;
      int delay = isHeldUp ? 1 + dice.nextInt(LONGEST_DELAY_MILLIS) : 0;
      return new Fate(Loss.NONE, false, Duration.ofMillis(delay));
    }
    lost.increment();
    Loss loss = drawn < drop / 2 ? Loss.REQUEST : dice.nextBoolean() ? Loss.ANSWER : Loss.HALF;
    return new Fate(loss, dice.nextBoolean(), Duration.ZERO);
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

  /** What of an exchange is lost. */
  private enum Loss {
    NONE,
    REQUEST,
    ANSWER,
    HALF
  }

  /** What becomes of one exchange: what is lost, how the connection ends then, how late it is. */
  private record Fate(Loss loss, boolean isReset, Duration delay) {

    /** Nothing more will come. */
    static final Fate HUNG_UP = new Fate(Loss.REQUEST, false, Duration.ZERO);

    /** How many of an answer's bytes arrive. */
    int arriving(int length) {
      return switch (loss) {
        case NONE -> length;
        case HALF -> length / 2;
        case REQUEST, ANSWER -> 0;
      };
    }
  }
}
