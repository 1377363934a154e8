package dev.hexwing.messaging;

import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.application.events.UnpublishableEvent;
import dev.hexwing.application.work.BackgroundWorker;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.shared.EventId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox: publishes each event that was committed, at least once, and those of one
 * aggregate in order.
 *
 * <p>Events of different aggregates are under way side by side, up to a bound, so that one slow
 * consumer does not hold up the rest. While consumers are fast, more are claimed at a time than are
 * under way, up to 256. Behind a longer backlog, a quarter of what is claimed is the newest, so
 * that what happens now need not wait for all of it. An event is marked sent only after the broker
 * has taken it over; those that are done together are marked together. An event that is under way
 * for longer than its lease is claimed anew and not published a second time by the same relay;
 * another node's may. Safe for use by any number of threads.
 */
public final class OutboxRelay implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final long STOP_PATIENCE_SECONDS = 10;
  private static final int MOST_CLAIMED = 256;
  private static final int ONE_NEW_OF = 4;

  /** Who has claimed so much that the last of it waits for longer claims less. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private final OutboxQueue queue;
  private final MessageBroker broker;
  private final RelaySettings settings;
  private final Semaphore slots;

  /** Under which claim each event is under way; the newest counts when it is marked. */
  private final Map<EventId, OutboxMessage> underWay = new ConcurrentHashMap<>();

  private final ConcurrentLinkedQueue<OutboxMessage> taken = new ConcurrentLinkedQueue<>();
  private final ExecutorService side;
  private final BackgroundWorker worker;

  /** How many events are claimed at most, for as long as they are handled that fast. */
  private volatile int pace;

  /** Whether there was more than could be claimed; only the worker's thread asks. */
  private boolean behind;

  private final Breath breath = new Breath();
  private long nextLookAtNewest = System.nanoTime();
  private volatile boolean news;

  private OutboxRelay(OutboxQueue queue, MessageBroker broker, RelaySettings settings) {
    this.queue = queue;
    this.broker = broker;
    this.settings = settings;
    this.slots = new Semaphore(settings.atOnce(), true);
    this.pace = settings.atOnce();
    this.side =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("hexwing-relay-", 0).factory());
    this.worker = BackgroundWorker.prepare("hexwing-relay", settings.poll(), this::step);
    queue.onNewEvents(this::hearOfNews);
  }

  /** Starts a relay between an outbox and a broker. */
  public static OutboxRelay start(OutboxQueue queue, MessageBroker broker, RelaySettings settings) {
    OutboxRelay relay = new OutboxRelay(queue, broker, settings);
    relay.worker.begin();
    return relay;
  }

  /** Lets what is under way end, for at most ten seconds, marks it, and stops. */
  @Override
  public void close() {
    worker.close();
    side.shutdown();
    try {
      if (!side.awaitTermination(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("events are still under way; they will be published again");
        side.shutdownNow();
      }
    } catch (InterruptedException e) {
      side.shutdownNow();
      Thread.currentThread().interrupt();
    }
    markLast();
  }

  private void markLast() {
    try {
      markTaken();
    } catch (RuntimeException e) {
      log.warn("{} events were sent and are not marked; they will be sent again", taken.size(), e);
    }
  }

  private void hearOfNews() {
    news = true;
    worker.wake();
  }

  private boolean step() {
    breath.draw();
    int marked = markTaken();
    int claimed = underWay.size();
    int free = pace - claimed;
    if (free <= 0 || (claimed >= settings.atOnce() && free < pace / 2)) {
      return false;
    }
    int newest = handOut(newest(free));
    int oldest = handOut(queue.claim(free - newest, settings.lease()));
    behind = newest + oldest == free;
    if (behind && 2 * marked > pace) {
      pace = Math.min(2 * pace, Math.max(MOST_CLAIMED, settings.atOnce()));
    }
    if (!behind) {
      breath.found(newest + oldest);
    }
    return newest + oldest > 0;
  }

  /** Looked at only behind a backlog, and only when there may be something new. */
  private List<OutboxMessage> newest(int free) {
    long now = System.nanoTime();
    if (!behind || free == 1 || !(news || now - nextLookAtNewest >= 0)) {
      return List.of();
    }
    news = false;
    nextLookAtNewest = now + settings.poll().toNanos();
    return queue.claimNewest(Math.max(1, free / ONE_NEW_OF), settings.lease());
  }

  private int handOut(List<OutboxMessage> messages) {
    long now = System.nanoTime();
    for (OutboxMessage message : messages) {
      if (underWay.put(message.eventId(), message) == null) {
        side.execute(() -> publishInTurn(message, now));
      } else {
        log.warn("event {} takes longer than its lease", message.eventId());
      }
    }
    return messages.size();
  }

  private void publishInTurn(OutboxMessage message, long claimedAt) {
    slots.acquireUninterruptibly();
    long waited = System.nanoTime() - claimedAt;
    if (waited > LONGEST_WAIT.toNanos()) {
      pace = settings.atOnce();
    }
    if (waited > settings.lease().toNanos() / 2) {
      // Another node may have gone on to later events of the aggregate before this one is out.
      underWay.remove(message.eventId());
      slots.release();
      worker.wake();
    } else {
      publish(message);
    }
  }

  private void publish(OutboxMessage message) {
    try (LogContext context = LogContext.of(message.correlationId(), message.trace())) {
      send(message);
    } finally {
      slots.release();
      worker.wake();
    }
  }

  private void send(OutboxMessage message) {
    OutboxMessage held = message;
    try {
      try {
        broker.publish(message.event());
      } finally {
        held = newestClaim(message);
      }
      taken.add(held);
    } catch (RuntimeException e) {
      giveBack(held, e);
    }
  }

  private OutboxMessage newestClaim(OutboxMessage message) {
    OutboxMessage newest = underWay.remove(message.eventId());
    return newest == null ? message : newest;
  }

  private void giveBack(OutboxMessage message, RuntimeException failure) {
    int failures = message.claim().attempts() + 1;
    try {
      if (failures >= settings.attempts() || failure instanceof UnpublishableEvent) {
        log.error("event {} is set aside for a person", message.eventId(), failure);
        queue.park(message, failure.toString());
      } else {
        log.warn(
            "event {} could not be published, try {} of {}",
            message.eventId(),
            failures,
            settings.attempts(),
            failure);
        queue.retryLater(
            message, failure.toString(), settings.delayAfter(message.claim().attempts()));
      }
    } catch (RuntimeException e) {
      log.warn("event {} comes back when its lease runs out", message.eventId(), e);
    }
  }

  /** Keeps them for the next step if the store is away: marking twice is harmless. */
  private int markTaken() {
    List<OutboxMessage> marked = new ArrayList<>(taken);
    if (!marked.isEmpty()) {
      queue.markSent(marked);
      for (int i = 0; i < marked.size(); i++) {
        taken.poll();
      }
    }
    return marked.size();
  }
}
