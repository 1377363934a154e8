package dev.hexwing.examples.droneshop.relay;

import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.messaging.OutboxRelay;
import dev.hexwing.persistence.PersistenceSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A node as a program of its own: a relay whose consumer stays at one event, before or after its
 * effect, until a line comes in.
 */
final class RelayNode {

  enum Place {
    BEFORE_EFFECT,
    AFTER_EFFECT
  }

  private static final BufferedReader IN =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  private RelayNode() {}

  /** Takes the database's address, the lease in milliseconds, the event and the place. */
  public static void main(String[] arguments) {
    Duration lease = Duration.ofMillis(Long.parseLong(arguments[1]));
    String eventId = arguments[2];
    Place place = Place.valueOf(arguments[3]);
    try (Shelf shelf = Shelf.open(new PersistenceSettings(arguments[0], "", "", 6));
        MessageBroker broker =
            ScriptedBroker.sound(
                new Tally(
                    shelf.unitOfWork(),
                    event -> stay(event, place == Place.BEFORE_EFFECT, eventId),
                    event -> {
                      stay(event, place == Place.AFTER_EFFECT, eventId);
                      System.out.println("took " + event.eventId());
                    }));
        OutboxRelay relay =
            OutboxRelay.start(shelf.persistence().outboxQueue(), broker, Shelf.relay(8, lease))) {
      System.out.println("runs " + relay.getClass().getSimpleName());
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stay(DomainEvent event, boolean here, String eventId) {
    if (here && event.eventId().value().equals(eventId)) {
      System.out.println("holds " + eventId);
      awaitLine();
    }
  }

  /** Without whoever started it, it ends. */
  private static void awaitLine() {
    try {
      if (IN.readLine() == null) {
        Runtime.getRuntime().halt(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
