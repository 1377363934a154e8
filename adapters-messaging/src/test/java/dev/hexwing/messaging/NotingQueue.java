package dev.hexwing.messaging;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.domain.shared.EventId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A queue that notes when each event was claimed for the first time. */
final class NotingQueue implements OutboxQueue {

  private final OutboxQueue queue;
  private final Map<EventId, Long> firstClaims = new ConcurrentHashMap<>();

  NotingQueue(OutboxQueue queue) {
    this.queue = queue;
  }

  boolean hasClaimed(EventId event) {
    return firstClaims.containsKey(event);
  }

  Duration sinceFirstClaim(EventId event) {
    return Duration.ofNanos(
        System.nanoTime() - Objects.requireNonNull(firstClaims.get(event), "claim"));
  }

  @Override
  public List<OutboxMessage> claim(int limit, Duration lease) {
    return noted(queue.claim(limit, lease));
  }

  @Override
  public List<OutboxMessage> claimNewest(int limit, Duration lease) {
    return noted(queue.claimNewest(limit, lease));
  }

  private List<OutboxMessage> noted(List<OutboxMessage> claimed) {
    long now = System.nanoTime();
    claimed.forEach(message -> firstClaims.putIfAbsent(message.eventId(), now));
    return claimed;
  }

  @Override
  public void markSent(List<OutboxMessage> messages) {
    queue.markSent(messages);
  }

  @Override
  public void retryLater(OutboxMessage message, String reason, Duration delay) {
    queue.retryLater(message, reason, delay);
  }

  @Override
  public void park(OutboxMessage message, String reason) {
    queue.park(message, reason);
  }

  @Override
  public Backlog backlog() {
    return queue.backlog();
  }

  @Override
  public void onNewEvents(Runnable listener) {
    queue.onNewEvents(listener);
  }
}
