package dev.hexwing.application.testkit;

import dev.hexwing.application.ShopFigures;
import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.ordering.Catalog;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.PaymentDeclined;
import dev.hexwing.domain.payments.PaymentEvent.PaymentOutcomeUnknown;
import dev.hexwing.domain.payments.PaymentEvent.PaymentRequested;
import dev.hexwing.domain.payments.PaymentEvent.PaymentWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.RefundConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.RefundDeclined;
import dev.hexwing.domain.payments.PaymentEvent.RefundOutcomeUnknown;
import dev.hexwing.domain.payments.PaymentEvent.RefundRequested;
import dev.hexwing.domain.payments.PaymentEvent.RefundWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.UnexpectedChargeFound;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A whole store in memory, which keeps to the ports' contracts as a database does.
 *
 * <p>Transactions run side by side and meet at commit: whoever comes second is told of the
 * conflict. What is kept are snapshots and events, never a caller's object. Leases are judged by
 * the clock given to it. Safe for use by any number of threads.
 */
public final class InMemoryStore implements UnitOfWork, OutboxQueue, Catalog, ShopFigures {

  private static final int MOST_PRODUCTS = 10_000;

  private final InstantSource clock;
  private final Object commitLock = new Object();
  private final Map<Object, InMemoryTransaction> locks = new ConcurrentHashMap<>();
  private final Map<Sku, Product> products = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Tables committed = new Tables();

  /** An empty store with its own clock. */
  public InMemoryStore(InstantSource clock) {
    this.clock = clock;
  }

  /** An empty store that goes by the machine's clock. */
  public static InMemoryStore onSystemClock() {
    return new InMemoryStore(InstantSource.system());
  }

  @Override
  public <R> R execute(Function<Stores, R> work) {
    InMemoryTransaction transaction = new InMemoryTransaction(this, false);
    boolean sendsOff;
    R result;
    try {
      result = work.apply(transaction);
      sendsOff = commit(transaction.end());
    } finally {
      transaction.end();
      locks.values().removeIf(holder -> holder.equals(transaction));
    }
    if (sendsOff) {
      listeners.forEach(Runnable::run);
    }
    return result;
  }

  private boolean commit(List<Change> changes) {
    synchronized (commitLock) {
      Tables next = committed.copy();
      changes.forEach(change -> change.applyTo(next));
      boolean sendsOff = next.outbox.size() > committed.outbox.size();
      committed = next;
      return sendsOff;
    }
  }

  @Override
  public <R> R read(Function<Stores, R> work) {
    InMemoryTransaction transaction = new InMemoryTransaction(this, true);
    try {
      return work.apply(transaction);
    } finally {
      transaction.end();
    }
  }

  Tables committed() {
    return committed;
  }

  Instant instant() {
    return Moments.kept(clock.instant());
  }

  boolean lock(Object row, InMemoryTransaction transaction) {
    @Nullable InMemoryTransaction holder = locks.putIfAbsent(row, transaction);
    return holder == null || holder.equals(transaction);
  }

  @Override
  public List<OutboxMessage> claim(int limit, Duration lease) {
    return change(
        tables -> InMemoryOutbox.claim(tables, tables.outbox.iterator(), limit, lease, instant()));
  }

  @Override
  public List<OutboxMessage> claimNewest(int limit, Duration lease) {
    return change(
        tables ->
            InMemoryOutbox.claim(tables, InMemoryOutbox.newest(tables), limit, lease, instant()));
  }

  @Override
  public void markSent(List<OutboxMessage> messages) {
    changeOutbox(tables -> InMemoryOutbox.markSent(tables, messages));
  }

  @Override
  public void retryLater(OutboxMessage message, String reason, Duration delay) {
    changeMessage(message, row -> row.waitingUntil(instant().plus(delay)));
  }

  @Override
  public void park(OutboxMessage message, String reason) {
    changeMessage(message, OutboxRow::setAside);
  }

  private void changeMessage(OutboxMessage message, UnaryOperator<OutboxRow> change) {
    changeOutbox(tables -> InMemoryOutbox.change(tables, message, change));
  }

  private void changeOutbox(Consumer<Tables> change) {
    change(
        tables -> {
          change.accept(tables);
          return tables;
        });
  }

  private <R> R change(Function<Tables, R> change) {
    synchronized (commitLock) {
      Tables next = committed.copy();
      R result = change.apply(next);
      committed = next;
      return result;
    }
  }

  @Override
  public Backlog backlog() {
    return InMemoryOutbox.backlog(committed, instant());
  }

  @Override
  public void onNewEvents(Runnable listener) {
    listeners.add(listener);
  }

  /** Puts products on sale; one of the same name is replaced. */
  public void stock(Iterable<Product> more) {
    more.forEach(product -> products.put(product.sku(), product));
  }

  @Override
  public Map<Sku, Product> find(Set<Sku> skus) {
    Map<Sku, Product> found = new HashMap<>();
    for (Sku sku : skus) {
      @Nullable Product product = products.get(sku);
      if (product != null) {
        found.put(sku, product);
      }
    }
    return found;
  }

  @Override
  public List<Product> all() {
    return products.values().stream()
        .sorted(Comparator.comparing(Product::name).thenComparing(Product::sku))
        .limit(MOST_PRODUCTS)
        .toList();
  }

  @Override
  public Figures now() {
    Tables tables = committed;
    return new Figures(
        tables
            .orders
            .values()
            .groupBy(OrderSnapshot::status)
            .mapValues(InMemoryStore::count)
            .toJavaMap(),
        tables
            .payments
            .values()
            .flatMap(history -> history)
            .flatMap(InMemoryStore::outcome)
            .groupBy(outcome -> outcome)
            .mapValues(InMemoryStore::count)
            .toJavaMap(),
        tables
            .drones
            .values()
            .groupBy(DroneSnapshot::status)
            .mapValues(InMemoryStore::count)
            .toJavaMap());
  }

  private static long count(Seq<?> all) {
    return all.size();
  }

  private static Option<String> outcome(PaymentEvent event) {
    return switch (event) {
      case PaymentRequested requested -> Option.some("requested");
      case PaymentConfirmed confirmed -> Option.some("confirmed");
      case PaymentDeclined declined -> Option.some("declined");
      case PaymentWithdrawn withdrawn -> Option.some("withdrawn");
      case PaymentOutcomeUnknown unknown -> Option.some("outcomeUnknown");
      case RefundConfirmed refunded -> Option.some("refunded");
      case RefundRequested requested -> Option.none();
      case RefundDeclined declined -> Option.none();
      case RefundWithdrawn withdrawn -> Option.none();
      case RefundOutcomeUnknown unknown -> Option.none();
      case UnexpectedChargeFound found -> Option.none();
    };
  }
}
