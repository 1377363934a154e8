package dev.hexwing.application.testkit;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.domain.shared.DomainEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A consumer that notes what it took, after doing what the test wants done first.
 *
 * <p>What is thrown by what is done first fails the delivery, and the event is not noted. Safe for
 * use by any number of threads.
 */
public final class Heard implements EventConsumer {

  private final String name;
  private final Predicate<DomainEvent> wanted;
  private final Consumer<DomainEvent> first;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<DomainEvent> taken = new ArrayList<>();

  private Heard(String name, Predicate<DomainEvent> wanted, Consumer<DomainEvent> first) {
    this.name = name;
    this.wanted = wanted;
    this.first = first;
  }

  /** A consumer of everything. */
  public static Heard all(String name) {
    return new Heard(name, event -> true, event -> {});
  }

  /** A consumer of everything that does something before it takes note. */
  public static Heard after(String name, Consumer<DomainEvent> first) {
    return new Heard(name, event -> true, first);
  }

  /** A consumer of some events only. */
  public static Heard only(String name, Predicate<DomainEvent> wanted) {
    return new Heard(name, wanted, event -> {});
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean wants(DomainEvent event) {
    return wanted.test(event);
  }

  @Override
  public void on(DomainEvent event) {
    first.accept(event);
    lock.lock();
    try {
      taken.add(event);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Everything it took, repetitions among it. */
  public List<DomainEvent> taken() {
    lock.lock();
    try {
      return List.copyOf(taken);
    } finally {
      lock.unlock();
    }
  }

  /** Everything it took, each event where it came first. */
  public List<DomainEvent> takenOnce() {
    return List.copyOf(new LinkedHashSet<>(taken()));
  }

  /** The versions of one aggregate, each where it came first. */
  public List<Long> versionsOf(String aggregateId) {
    return takenOnce().stream()
        .filter(event -> event.aggregateId().equals(aggregateId))
        .map(event -> event.version().value())
        .toList();
  }

  /**
   * Waits until it has taken so many different events.
   *
   * @throws AssertionError if that takes longer
   */
  public void await(int events, Duration longest) {
    long patience = longest.toNanos();
    lock.lock();
    try {
      while (takenOnce().size() < events) {
        if (patience <= 0) {
          throw new AssertionError(
              name + " did not hear of " + events + " events within " + longest + ": " + taken);
        }
        patience = changed.awaitNanos(patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      lock.unlock();
    }
  }
}
