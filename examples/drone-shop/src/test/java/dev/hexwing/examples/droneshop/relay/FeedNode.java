package dev.hexwing.examples.droneshop.relay;

import dev.hexwing.application.events.Beginning;
import dev.hexwing.application.events.ConsumerFeed;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.events.GuardedConsumer;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.persistence.Persistence;
import dev.hexwing.persistence.PersistenceSettings;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A node as a program of its own that feeds a new consumer from history, and stays at one event,
 * after its effect, until it is killed.
 */
final class FeedNode {

  private static final Beginning EVERYTHING = Beginning.OF_EVERYTHING.settlingFor(Duration.ZERO);

  private FeedNode() {}

  static ConsumerFeed feed(EventConsumer consumer, Persistence persistence) {
    return new ConsumerFeed(
        new GuardedConsumer(EVERYTHING.narrow(consumer), persistence.deadLetters(), 9),
        EVERYTHING,
        persistence.unitOfWork(),
        Option.some(persistence.deadLetters()),
        20,
        Duration.ofMillis(10));
  }

  /** Takes the database's address and the event. */
  public static void main(String[] arguments) {
    String eventId = arguments[1];
    try (Shelf shelf = Shelf.open(new PersistenceSettings(arguments[0], "", "", 6))) {
      Tally tally = new Tally(shelf.unitOfWork(), event -> {}, event -> stay(event, eventId));
      ConsumerFeed feed = feed(tally, shelf.persistence());
      boolean more = true;
      while (more) {
        more = feed.runOnce();
      }
      System.out.println("it was not killed");
    }
  }

  private static void stay(DomainEvent event, String eventId) {
    if (event.eventId().value().equals(eventId)) {
      System.out.println("holds " + eventId);
      awaitEnd();
    }
  }

  /** Without whoever started it, it ends. */
  private static void awaitEnd() {
    try {
      if (System.in.read() < 0) {
        Runtime.getRuntime().halt(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
