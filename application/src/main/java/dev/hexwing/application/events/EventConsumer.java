package dev.hexwing.application.events;

import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;

/**
 * Somebody who waits for events and has each take effect once, however often it arrives.
 *
 * <p>Events of one aggregate arrive in order; events of different aggregates in any order. Safe for
 * use by any number of threads.
 */
public interface EventConsumer {

  /** A stable name, 1 to 100 characters; it outlives renamed classes. */
  String name();

  /** What becomes of an event that it cannot take; later ones of the aggregate wait by default. */
  default PoisonPolicy poisonPolicy() {
    return PoisonPolicy.PARK_KEY;
  }

  /**
   * What of history it wants to hear when it is new; nothing by default. It is for the name to say
   * whether it is new: who took events under it before goes on as before.
   *
   * <p>The application heeds it for consumers that it is assembled with; who subscribes one at a
   * broker by hand subscribes its {@link ConsumerFeed} instead.
   */
  default Option<Beginning> beginning() {
    return Option.none();
  }

  /** Whether the consumer waits for events like this one. */
  boolean wants(DomainEvent event);

  /**
   * Has the event take effect, or does nothing if it has.
   *
   * @throws RuntimeException if that failed and is to be tried again later
   */
  void on(DomainEvent event);
}
