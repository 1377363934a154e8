package dev.hexwing.application.testkit;

import dev.hexwing.application.delivery.Fleet;
import dev.hexwing.application.events.ConsumerStarts;
import dev.hexwing.application.events.EventHistory;
import dev.hexwing.application.events.Inbox;
import dev.hexwing.application.idempotency.IdempotencyKeys;
import dev.hexwing.application.journey.JourneyRebuilds;
import dev.hexwing.application.journey.Journeys;
import dev.hexwing.application.ordering.OrderList;
import dev.hexwing.application.payments.OpenPayments;
import dev.hexwing.application.store.Stores;
import dev.hexwing.domain.delivery.Deliveries;
import dev.hexwing.domain.delivery.Drones;
import dev.hexwing.domain.ordering.Orders;
import dev.hexwing.domain.payments.Payments;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One transaction: its writes so far, and what it sees. */
final class InMemoryTransaction implements Stores {

  private final InMemoryStore store;
  private final boolean readOnly;
  private final Thread owner = Thread.currentThread();
  private final List<Change> changes = new ArrayList<>();
  private boolean over;

  InMemoryTransaction(InMemoryStore store, boolean readOnly) {
    this.store = store;
    this.readOnly = readOnly;
  }

  /** What is committed by now, with this transaction's own writes on top. */
  Tables view() {
    requireUsable();
    if (changes.isEmpty()) {
      return store.committed();
    }
    Tables view = store.committed().copy();
    changes.forEach(change -> change.applyTo(view));
    return view;
  }

  void write(Change change) {
    requireUsable();
    if (readOnly) {
      throw new IllegalStateException("this work may only read");
    }
    changes.add(change);
  }

  Instant now() {
    return store.instant();
  }

  /** Whether no other transaction has the row in its hands; if so, this one has it from now on. */
  boolean lock(Object row) {
    return readOnly || store.lock(row, this);
  }

  List<Change> end() {
    over = true;
    return changes;
  }

  private void requireUsable() {
    if (over) {
      throw new IllegalStateException("the transaction is over");
    }
    if (!Thread.currentThread().equals(owner)) {
      throw new IllegalStateException("a transaction belongs to one thread");
    }
  }

  @Override
  public Orders orders() {
    return new InMemoryOrders(this);
  }

  @Override
  public OrderList orderList() {
    return new InMemoryOrders(this);
  }

  @Override
  public Payments payments() {
    return new InMemoryPayments(this);
  }

  @Override
  public OpenPayments openPayments() {
    return new InMemoryOpenPayments(this);
  }

  @Override
  public Drones drones() {
    return new InMemoryDrones(this);
  }

  @Override
  public Fleet fleet() {
    return new InMemoryDrones(this);
  }

  @Override
  public Deliveries deliveries() {
    return new InMemoryDeliveries(this);
  }

  @Override
  public IdempotencyKeys keys() {
    return new InMemoryKeys(this);
  }

  @Override
  public Inbox inbox() {
    return new InMemoryInbox(this);
  }

  @Override
  public ConsumerStarts consumerStarts() {
    return new InMemoryConsumerStarts(this);
  }

  @Override
  public Journeys journeys() {
    return new InMemoryJourneys(this, Option.none());
  }

  @Override
  public JourneyRebuilds journeyRebuilds() {
    return new InMemoryJourneyRebuilds(this);
  }

  @Override
  public EventHistory history() {
    return new InMemoryHistory(this);
  }
}
