package dev.hexwing.application.events;

import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventId;
import io.vavr.control.Option;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer that keeps its events flowing: what it cannot take after so many tries is set aside by
 * its {@link PoisonPolicy}, and the broker need not bring it again.
 *
 * <p>Until then it fails, and the broker brings the event again after a while. A store that is away
 * and a race that was lost say nothing about the event and are not counted. Tries are counted on
 * this node alone and forgotten when it stops. Safe for use by any number of threads.
 */
public final class GuardedConsumer implements EventConsumer {

  private static final Logger log = LoggerFactory.getLogger(GuardedConsumer.class);
  private static final int MOST_COUNTED = 10_000;

  private final EventConsumer consumer;
  private final DeadLetters deadLetters;
  private final int attempts;
  private final Map<EventId, Integer> failures = new ConcurrentHashMap<>();

  /**
   * Guards a consumer.
   *
   * @param attempts after so many failures an event is set aside, at least 1
   */
  public GuardedConsumer(EventConsumer consumer, DeadLetters deadLetters, int attempts) {
    if (attempts < 1) {
      throw new IllegalArgumentException("an event must be tried at least once: " + attempts);
    }
    this.consumer = consumer;
    this.deadLetters = deadLetters;
    this.attempts = attempts;
  }

  @Override
  public String name() {
    return consumer.name();
  }

  @Override
  public PoisonPolicy poisonPolicy() {
    return consumer.poisonPolicy();
  }

  @Override
  public Option<Beginning> beginning() {
    return consumer.beginning();
  }

  @Override
  public boolean wants(DomainEvent event) {
    return consumer.wants(event);
  }

  @Override
  public void on(DomainEvent event) {
    if (mustWait(event)) {
      log.warn("{} waits behind an earlier event that {} could not take", event.eventId(), name());
      return;
    }
    try {
      consumer.on(event);
      failures.remove(event.eventId());
    } catch (StoreUnavailable | WriteConflict e) {
      throw e;
    } catch (RuntimeException e) {
      int failed = count(event.eventId());
      if (failed < attempts) {
        throw e;
      }
      setAside(event, failed, e);
    }
  }

  private boolean mustWait(DomainEvent event) {
    return consumer.poisonPolicy() == PoisonPolicy.PARK_KEY
        && deadLetters.firstOf(name(), event.aggregateId()).isDefined()
        && deadLetters.waitBehind(
            Undelivered.of(name(), event, "waits behind an earlier event of its aggregate", 0));
  }

  /** Forgetting what was counted has something tried more often, and nothing lost. */
  private int count(EventId eventId) {
    if (failures.size() >= MOST_COUNTED) {
      failures.clear();
    }
    return failures.merge(eventId, 1, Integer::sum);
  }

  private void setAside(DomainEvent event, int failed, RuntimeException failure) {
    log.error(
        "{} could not take {} and sets it aside after {} tries",
        name(),
        event.eventId(),
        failed,
        failure);
    deadLetters.setAside(
        Undelivered.of(name(), event, failure.toString(), failed),
        switch (consumer.poisonPolicy()) {
          case PARK_KEY -> DeadLetter.State.PARKED;
          case SKIP_WITH_AUDIT -> DeadLetter.State.SKIPPED;
        });
    failures.remove(event.eventId());
  }
}
