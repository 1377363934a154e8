package dev.hexwing.application.testkit;

import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.DroneSnapshot;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderSnapshot;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All that is stored. The collections are immutable, so a copy costs next to nothing and is nobody
 * else's.
 */
final class Tables {

  /** A key within its scope. */
  record KeyName(String scope, String key) {}

  Map<OrderId, OrderSnapshot> orders = HashMap.empty();
  Map<PaymentId, Vector<PaymentEvent>> payments = HashMap.empty();
  Map<OrderId, PaymentId> openPayments = HashMap.empty();
  SortedMap<DroneId, DroneSnapshot> drones = TreeMap.empty();
  SortedMap<Long, DeliverySnapshot> deliveries = TreeMap.empty();
  Map<DeliveryId, Long> deliveryPositions = HashMap.empty();
  Map<OrderId, DeliveryId> deliveryOf = HashMap.empty();
  Map<KeyName, KeyRow> keys = HashMap.empty();
  Map<InMemoryInbox.Taken, Instant> inbox = HashMap.empty();
  SortedMap<String, StartRow> consumerStarts = TreeMap.empty();
  SortedMap<Long, Generation> generations = TreeMap.of(1L, Generation.FIRST);
  LinkedHashMap<CorrelationId, Duration> seen = LinkedHashMap.empty();
  SortedMap<Long, OutboxRow> outbox = TreeMap.empty();
  SortedMap<Long, OutboxRow> sent = TreeMap.empty();
  Vector<InMemoryHistory.Filed> history = Vector.empty();
  long lastPlace;
  boolean forgotten;
  private long position;

  Tables copy() {
    Tables copy = new Tables();
    copy.orders = orders;
    copy.payments = payments;
    copy.openPayments = openPayments;
    copy.drones = drones;
    copy.deliveries = deliveries;
    copy.deliveryPositions = deliveryPositions;
    copy.deliveryOf = deliveryOf;
    copy.keys = keys;
    copy.inbox = inbox;
    copy.consumerStarts = consumerStarts;
    copy.generations = generations;
    copy.seen = seen;
    copy.sent = sent;
    copy.history = history;
    copy.lastPlace = lastPlace;
    copy.forgotten = forgotten;
    copy.outbox = outbox;
    copy.position = position;
    return copy;
  }

  long nextPosition() {
    return ++position;
  }

  void sendOff(List<? extends DomainEvent> events, Instant now) {
    for (DomainEvent event : events) {
      outbox =
          outbox.put(
              nextPosition(), new OutboxRow(event, LogContext.trace(), now, 0, now, 0, false));
    }
  }

  static void require(boolean fine, Subject subject, Object which) {
    if (!fine) {
      throw new WriteConflict(subject, which.toString());
    }
  }
}
