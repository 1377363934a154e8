package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.csv.CsvRow;
import dev.hexwing.examples.droneshop.csv.UnusableFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Plays a run from the first drone to the audit. One run each. */
final class Player {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final int FEWEST_DRONES = 8;
  private static final int MOST_DRONES = 64;
  private static final int MOST_TOLD = 20;
  private static final int TRIES = 40;

  private final Play play;
  private final PrintWriter err;
  private final boolean isTerminal;
  private final UnaryOperator<Wishes> pace;
  private final String run;
  private final Map<String, Journey> placed = new ConcurrentHashMap<>();
  private final AtomicLong played = new AtomicLong();
  private final AtomicLong bad = new AtomicLong();

  /** A player that tells progress and bad rows to {@code err}. */
  Player(Play play, PrintWriter err, boolean isTerminal) {
    this(play, err, isTerminal, UnaryOperator.identity());
  }

  /** A player whose customers come when {@code pace} lets them. */
  Player(Play play, PrintWriter err, boolean isTerminal, UnaryOperator<Wishes> pace) {
    this.pace = pace;
    this.play = play;
    this.err = err;
    this.isTerminal = isTerminal;
    this.run = "J" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
  }

  /**
   * Plays and audits.
   *
   * @throws UnusableFile if there is no order to play
   * @throws PlayFailed if shop or processor do not work with it at all
   */
  JourneysReport run() throws InterruptedException, IOException, UnusableFile {
    try (Line direct = new Line(play.shop(), Map.of());
        Line processor = new Line(play.processor(), Map.of("Authorization", authorization()));
        FlakyLine flaky = FlakyLine.to(play.shop(), play.drop(), play.seed());
        Line customers = new Line(flaky.address(), Map.of());
        Operator operator = new Operator(direct)) {
      Range range = range(direct);
      if (!operator.start(drones(), run)) {
        throw new PlayFailed("the shop takes no drones");
      }
      try (Wishes wishes = pace.apply(wishes(range))) {
        Progress progress = new Progress(err, isTerminal, wishes.expected());
        long begun = System.nanoTime();
        travel(wishes, range, customers, progress);
        double seconds = (System.nanoTime() - begun) / 1e9;
        progress.say("waiting for what is still open");
        settle(direct);
        progress.say("auditing the processor's ledger");
        JourneysReport report = report(direct, processor, operator, customers, flaky, seconds);
        progress.end();
        return report;
      }
    }
  }

  private String authorization() {
    byte[] credentials = (play.processorKey() + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  private int drones() {
    return Math.clamp(play.threads() * 3L, FEWEST_DRONES, MOST_DRONES);
  }

  private static Range range(Line shop) throws InterruptedException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Answer> heard = shop.get("/v1/products");
      if (heard.isPresent() && heard.get().isSuccess()) {
        Range range = new Range(heard.get().body());
        if (range.isEmpty()) {
          throw new PlayFailed("the shop sells nothing");
        }
        return range;
      }
      Pause.of(Pause.beforeTry(attempt));
    }
    throw new PlayFailed("the shop does not answer");
  }

  private Wishes wishes(Range range) throws UnusableFile {
    return play.input().isPresent()
        ? FileWishes.open(play.input().get(), range, play.seed(), this::tellBad)
        : new DrawnWishes(range, play.count(), play.taps(), play.seed());
  }

  private void tellBad(CsvRow.Bad row) {
    tellBad(row.toString());
  }

  private void tellBad(String what) {
    if (bad.incrementAndGet() <= MOST_TOLD) {
      err.println(what);
      err.flush();
    }
  }

  private void travel(Wishes wishes, Range range, Line customers, Progress progress)
      throws InterruptedException, UnusableFile {
    try (ExecutorService roads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("customer-", 0).factory())) {
      List<Future<?>> roadsTaken = new ArrayList<>();
      for (int i = 0; i < play.threads(); i++) {
        roadsTaken.add(
            roads.submit(
                () -> {
                  Optional<Wish> wish = next(wishes);
                  while (wish.isPresent()) {
                    keep(new Customer(customers, range, wish.get(), run, play.patience()).travel());
                    progress.step();
                    wish = next(wishes);
                  }
                  return null;
                }));
      }
      Tasks.join(roadsTaken);
    }
    if (played.get() == 0) {
      throw new UnusableFile(
          play.input().map(Object::toString).orElse("input") + ": holds no order", null);
    }
    if (bad.get() > MOST_TOLD) {
      err.println("and " + (bad.get() - MOST_TOLD) + " bad rows more");
    }
  }

  private static Optional<Wish> next(Wishes wishes) throws UnusableFile {
    synchronized (wishes) {
      return wishes.next();
    }
  }

  private void keep(Journey journey) {
    played.incrementAndGet();
    if (journey.isPlaced()) {
      placed.put(journey.orderId(), journey);
    } else {
      tellBad(journey.origin() + ": the shop does not take the order: " + journey.refusal());
    }
  }

  /**
   * Asks again, over a good line, until every key has its answer and every parcel is delivered, or
   * until nothing has moved for a while.
   */
  private void settle(Line shop) throws InterruptedException {
    long fewest = Long.MAX_VALUE;
    long end = System.nanoTime() + play.settleWithin().toNanos();
    while (System.nanoTime() < end) {
      long open = stillOpen(shop, end) + undelivered(shop);
      if (open == 0) {
        return;
      }
      if (open < fewest) {
        fewest = open;
        end = System.nanoTime() + play.settleWithin().toNanos();
      }
      Pause.of(BETWEEN_LOOKS);
    }
  }

  private long stillOpen(Line shop, long end) throws InterruptedException {
    long open = 0;
    for (Journey journey : placed.values()) {
      for (KeyedPayment payment : journey.open()) {
        boolean isOpen = System.nanoTime() >= end || !Customer.pay(shop, journey, payment);
        open += isOpen ? 1 : 0;
      }
    }
    return open;
  }

  private long undelivered(Line shop) throws InterruptedException {
    ShopOrders orders = ShopOrders.read(shop, orderIds());
    return placed.values().stream()
        .filter(Journey::isToldPaid)
        .filter(journey -> journey.grams() <= Audit.HEAVIEST)
        .filter(journey -> !orders.isDelivered(journey.orderId()))
        .count();
  }

  private Set<String> orderIds() {
    return new HashSet<>(placed.keySet());
  }

  private JourneysReport report(
      Line shop, Line processor, Operator operator, Line customers, FlakyLine line, double seconds)
      throws InterruptedException {
    ShopOrders orders = ShopOrders.read(shop, orderIds());
    Audit audit = new Audit(placed, ProcessorLedger.read(processor), orders, operator);
    Findings findings = audit.findings(shop);
    Percentiles times = new Percentiles(placed.values());
    return new JourneysReport(
        played.get(),
        findings,
        customers.requests(),
        customers.replays(),
        line.lost(),
        times.at(50),
        times.at(95),
        times.at(99),
        played.get() / Math.max(seconds, 1e-3),
        bad.get(),
        audit.details());
  }
}
