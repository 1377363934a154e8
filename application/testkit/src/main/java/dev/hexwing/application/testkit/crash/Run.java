package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.application.payments.ProcessorNotice;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.testkit.DirectBroker;
import dev.hexwing.application.testkit.MutableClock;
import dev.hexwing.application.testkit.ProcessorFixture;
import dev.hexwing.application.testkit.ScriptedProcessor.Fate;
import dev.hexwing.application.testkit.SequentialIds;
import dev.hexwing.application.testkit.StoreFixture;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.Money;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/** One run of a use case: a store, a processor, the nodes over them, and what was told. */
final class Run implements AutoCloseable {

  static final Money PRICE = Money.ofMinor(2500, "EUR");
  static final Money TOTAL = Money.ofMinor(5000, "EUR");
  static final Sku SKU = new Sku("COFFEE-250");
  private static final int MOST_ROUNDS = 60;

  private final Setup setup;
  private final StoreFixture store;
  private final ProcessorFixture processor;
  private final MutableClock time = MutableClock.standing();
  private final SequentialIds ids = new SequentialIds();
  private final Steps steps;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<EventId, DomainEvent> heard = new LinkedHashMap<>();
  private final List<ProcessorNotice> notices = new ArrayList<>();
  private final Told told;
  private int started;

  Run(Setup setup, Turns turns) {
    this.setup = setup;
    this.store = setup.stores().get();
    this.processor = setup.processors().apply(time);
    List<Fault> fates =
        processor.fates().stream()
            .filter(fate -> fate != Fate.ANSWERED)
            .map(fate -> Fault.valueOf(fate.name()))
            .sorted()
            .toList();
    this.steps = new Steps(turns, fates, setup.transactionsMingle());
    this.told = new Told(processor, steps);
    store.stock(List.of(new Product(SKU, "Coffee", PRICE, 250)));
  }

  /** Starts a node whose clock is off by so much. */
  Node start(Duration clockOff) {
    started++;
    InstantSource clock = () -> time.instant().plus(clockOff);
    DrivenPorts ports =
        setup
            .ports()
            .apply(
                new DrivenPorts(
                    store.unitOfWork(),
                    store.outboxQueue(),
                    new DirectBroker(),
                    processor.processor(),
                    store.catalog(),
                    store.figures(),
                    ids,
                    clock));
    Node node = new Node("node-" + started, steps, ports, processor, new Listener(heard));
    nodes.add(node);
    return node;
  }

  /** Every node is gone; a new one starts after every lease has run out. */
  Node restart() {
    nodes.forEach(Node::end);
    nodes.clear();
    steps.follow(Plan.CALM);
    steps.note("-- every node is gone; another starts");
    passTime(Setup.LEASES_OVER);
    return start(Duration.ZERO);
  }

  void passTime(Duration duration) {
    steps.note("-- " + duration.toMillis() + " ms pass");
    time.advance(duration);
    store.advance(duration);
  }

  /** Has everything settle that settles by itself: recovery, events, notices, time. */
  void settle(Node node, Duration step) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      passTime(step);
      boolean busy = recover(node);
      busy |= node.deliverEvents() > 0;
      busy |= hearNotices(node, new SplittableRandom(0)) > 0;
      if (!busy) {
        return;
      }
    }
  }

  private static boolean recover(Node node) {
    boolean any = false;
    while (node.recoverNext()) {
      any = true;
    }
    return any;
  }

  /** Hands notices over in any order, some twice; those that failed come again. */
  int hearNotices(Node node, SplittableRandom dice) {
    notices.addAll(processor.takeNotices());
    int handed = 0;
    for (int left = notices.size(); left > 0; left--) {
      ProcessorNotice notice = notices.get(dice.nextInt(notices.size()));
      if (told.ofNotice(() -> node.useCases().receiveProcessorNotice().receive(notice))) {
        handed++;
        if (dice.nextInt(3) > 0) {
          notices.remove(notice);
        }
      }
    }
    return handed;
  }

  Steps steps() {
    return steps;
  }

  Told told() {
    return told;
  }

  List<Node> nodes() {
    return nodes;
  }

  ProcessorFixture processor() {
    return processor;
  }

  List<DomainEvent> heard() {
    return List.copyOf(heard.values());
  }

  <R> R read(Function<Stores, R> work) {
    return store.unitOfWork().read(work);
  }

  /** Whether what went wrong can be found out without a person. */
  boolean canBeSettled() {
    return processor.processor().capabilities().looksUp()
        && steps.happened().stream()
            .flatMap(fault -> fault.fate().toJavaStream())
            .allMatch(processor::canBeSettledAfter);
  }

  @Override
  public void close() {
    store.close();
  }

  /** Notes every event that goes out, once. */
  private record Listener(Map<EventId, DomainEvent> heard) implements EventConsumer {

    @Override
    public String name() {
      return "explorer.listener";
    }

    @Override
    public boolean wants(DomainEvent event) {
      return true;
    }

    @Override
    public void on(DomainEvent event) {
      heard.put(event.eventId(), event);
    }
  }
}
