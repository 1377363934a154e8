package dev.hexwing.messaging.rabbitmq;

import com.rabbitmq.client.Delivery;
import dev.hexwing.messaging.Backoff;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events that failed, and those of the same aggregate that came after them and wait behind; as many
 * as the server hands out unacknowledged. For use by one thread.
 */
final class Waiting {

  private final Backoff backoff;
  private final Map<String, Row> rows = new HashMap<>();

  /** The first has failed so many times, and is at hand while it is being tried. */
  private static final class Row {
    private final Deque<Delivery> messages = new ArrayDeque<>();
    private int failures;
    private long untilNanos;
    private boolean atHand;
  }

  Waiting(Backoff backoff) {
    this.backoff = backoff;
  }

  /** The aggregate that a message tells of. */
  static String key(Delivery message) {
    return message.getEnvelope().getRoutingKey();
  }

  private static long tag(Delivery message) {
    return message.getEnvelope().getDeliveryTag();
  }

  /** The first message whose time has come; null if there is none. */
  @Nullable Delivery takeDue() {
    long now = System.nanoTime();
    for (Row row : rows.values()) {
      if (now - row.untilNanos >= 0) {
        row.atHand = true;
        return row.messages.getFirst();
      }
    }
    return null;
  }

  /** How long until the next is due, but no longer than that. */
  Duration untilNext(Duration longest) {
    long now = System.nanoTime();
    long soonest = longest.toNanos();
    for (Row row : rows.values()) {
      soonest = Math.min(soonest, Math.max(1, row.untilNanos - now));
    }
    return Duration.ofNanos(soonest);
  }

  /** Has a message wait if an earlier one of its aggregate does; false if it may be tried. */
  boolean queueBehind(Delivery message) {
    Row row = rows.get(key(message));
    if (row == null || (row.atHand && tag(row.messages.getFirst()) == tag(message))) {
      return false;
    }
    row.messages.addLast(message);
    return true;
  }

  /** Has it wait at the head of its aggregate; tells for how long. */
  Duration failed(Delivery message) {
    Row row = rows.computeIfAbsent(key(message), key -> new Row());
    if (!row.atHand) {
      row.messages.addFirst(message);
    }
    row.atHand = false;
    Duration rest = backoff.after(row.failures++);
    row.untilNanos = System.nanoTime() + rest.toNanos();
    return rest;
  }

  /** The next of its aggregate, if one waits, is due at once. */
  void done(Delivery message) {
    Row row = rows.get(key(message));
    if (row == null) {
      return;
    }
    row.messages.removeFirst();
    row.atHand = false;
    row.failures = 0;
    row.untilNanos = System.nanoTime();
    if (row.messages.isEmpty()) {
      rows.remove(key(message));
    }
  }
}
