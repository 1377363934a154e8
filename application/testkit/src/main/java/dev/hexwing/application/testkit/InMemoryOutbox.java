package dev.hexwing.application.testkit;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxMessage.Claim;
import dev.hexwing.application.events.OutboxQueue.Backlog;
import dev.hexwing.domain.shared.Version;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What relays do with the outbox, each step on tables that nobody else has in hand. */
final class InMemoryOutbox {

  private static final int COUNTED = 100_000;
  private static final int NEWEST = 1_000;

  private InMemoryOutbox() {}

  /** The newest thousand, the very newest first. */
  static Iterable<Tuple2<Long, OutboxRow>> newest(Tables tables) {
    return tables.outbox.takeRight(NEWEST).toList().reverse();
  }

  static List<OutboxMessage> claim(
      Tables tables,
      Iterable<Tuple2<Long, OutboxRow>> inOrder,
      int limit,
      Duration lease,
      Instant now) {
    Map<String, Version> heads = new HashMap<>();
    for (OutboxRow row : tables.outbox.values()) {
      heads.merge(
          row.event().aggregateId(),
          row.event().version(),
          (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
    List<OutboxMessage> claimed = new ArrayList<>();
    for (Tuple2<Long, OutboxRow> entry : inOrder) {
      OutboxRow row = entry._2();
      boolean head = row.event().version().equals(heads.get(row.event().aggregateId()));
      if (head && !row.parked() && !row.heldUntil().isAfter(now) && claimed.size() < limit) {
        OutboxRow held = row.claimed(now.plus(lease));
        tables.outbox = tables.outbox.put(entry._1(), held);
        claimed.add(
            new OutboxMessage(
                held.event().eventId(),
                held.event().correlationId(),
                new Claim(entry._1(), held.token(), held.attempts()),
                held.trace(),
                held::event));
      }
    }
    return claimed;
  }

  static void markSent(Tables tables, List<OutboxMessage> messages) {
    Set<OutboxMessage> sent = new HashSet<>(messages);
    SortedMap<Long, OutboxRow> gone =
        tables.outbox.filter(
            (position, row) -> sent.stream().anyMatch(message -> isHeld(row, message)));
    tables.outbox = tables.outbox.removeAll(gone.keySet());
    tables.sent = tables.sent.merge(gone);
  }

  static void change(Tables tables, OutboxMessage message, UnaryOperator<OutboxRow> change) {
    Option<Tuple2<Long, OutboxRow>> entry =
        tables.outbox.find(known -> isHeld(known._2(), message));
    entry.forEach(known -> tables.outbox = tables.outbox.put(known._1(), change.apply(known._2())));
  }

  static Backlog backlog(Tables tables, Instant now) {
    Seq<OutboxRow> rows = tables.outbox.values();
    Option<Instant> oldest = rows.map(OutboxRow::storedAt).minBy(Comparator.naturalOrder());
    return new Backlog(
        Math.min(COUNTED, rows.count(row -> !row.parked())),
        rows.count(OutboxRow::parked),
        oldest.map(since -> Duration.between(since, now)).getOrElse(Duration.ZERO));
  }

  private static boolean isHeld(OutboxRow row, OutboxMessage message) {
    return row.event().eventId().equals(message.eventId())
        && row.token() == message.claim().token();
  }
}
