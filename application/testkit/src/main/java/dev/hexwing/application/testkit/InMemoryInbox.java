package dev.hexwing.application.testkit;

import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.events.Inbox;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.shared.EventId;
import io.vavr.Tuple2;
import io.vavr.collection.Set;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which consumer took which event, in memory. */
final class InMemoryInbox implements Inbox {

  /** One event for one consumer. */
  record Taken(String consumer, EventId eventId) {}

  private final InMemoryTransaction transaction;

  InMemoryInbox(InMemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void claim(String consumer, EventId eventId) {
    Taken taken = new Taken(consumer, eventId);
    transaction.write(
        tables -> {
          Tables.require(
              !tables.inbox.containsKey(taken), Subject.INBOX, eventId + " for " + consumer);
          tables.inbox = tables.inbox.put(taken, transaction.now());
        });
  }

  @Override
  public boolean hasTaken(String consumer) {
    return transaction.view().inbox.keySet().exists(taken -> taken.consumer().equals(consumer));
  }

  @Override
  public long forget(Duration age, int limit) {
    Instant before = transaction.now().minus(age);
    Tables view = transaction.view();
    Set<EventId> unsent = view.outbox.values().map(row -> row.event().eventId()).toSet();
    List<Taken> over =
        view.inbox
            .filter((taken, at) -> !at.isAfter(before) && !unsent.contains(taken.eventId()))
            .filter((taken, at) -> !isStarting(view, taken.consumer()))
            .toList()
            .sortBy(Tuple2::_2)
            .take(limit)
            .map(Tuple2::_1)
            .toJavaList();
    transaction.write(tables -> tables.inbox = tables.inbox.removeAll(over));
    return over.size();
  }

  private static boolean isStarting(Tables view, String consumer) {
    return view.consumerStarts.get(consumer).exists(row -> row.state() != State.LIVE);
  }
}
