package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An outbox that can be told of events which were written past the unit of work. */
final class ToldQueue implements OutboxQueue {

  private final OutboxQueue queue;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  ToldQueue(OutboxQueue queue) {
    this.queue = queue;
  }

  void tell() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public List<OutboxMessage> claim(int limit, Duration lease) {
    return queue.claim(limit, lease);
  }

  @Override
  public List<OutboxMessage> claimNewest(int limit, Duration lease) {
    return queue.claimNewest(limit, lease);
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
    listeners.add(listener);
    queue.onNewEvents(listener);
  }
}
