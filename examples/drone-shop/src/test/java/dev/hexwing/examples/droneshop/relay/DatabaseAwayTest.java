package dev.hexwing.examples.droneshop.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hexwing.messaging.OutboxRelay;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database stops in the middle of the relay's work, and is started again. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DatabaseAwayTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;

  private EmbeddedPostgres server(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  private static List<Thread> relayThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("hexwing-relay"))
        .toList();
  }

  /** Stops the server while a handler is at an event, and lets the handler go on meanwhile. */
  private void assertNothingIsLost(Duration lease, boolean afterEffect, int deliveries)
      throws IOException {
    Hold hold = new Hold("A47/1");
    EmbeddedPostgres server = server(0);
    int port = server.getPort();
    try (Shelf shelf = Shelf.open(Databases.at(server, "postgres"))) {
      Tally tally =
          afterEffect
              ? new Tally(shelf.unitOfWork(), event -> {}, hold)
              : new Tally(shelf.unitOfWork(), hold, event -> {});
      shelf.happen("A47", 3);
      try (OutboxRelay relay =
          OutboxRelay.start(
              shelf.persistence().outboxQueue(),
              ScriptedBroker.sound(tally),
              Shelf.relay(8, lease))) {
        assertThat(relay).isNotNull();
        List<Thread> threads = relayThreads();
        assertThat(threads).hasSize(1);
        hold.awaitReached();
        server.close();
        hold.letGo();
        Await.until("gone", () -> !shelf.persistence().isReachable());
        server = server(port);
        shelf.awaitSent("A47", 3);
        assertThat(relayThreads()).isEqualTo(threads);
      }
      assertThat(tally.delivered("A47")).hasSize(deliveries).endsWith("A47/2", "A47/3");
      assertThat(shelf.effects("A47")).isEqualTo(3);
    } finally {
      server.close();
    }
  }

  @Test
  void what_was_sent_before_is_marked_when_it_is_back_and_not_sent_again() throws IOException {
    assertNothingIsLost(LONG, true, 3);
  }

  @Test
  void what_could_not_take_effect_comes_again_after_its_lease() throws IOException {
    assertNothingIsLost(Duration.ofSeconds(5), false, 4);
  }

  @Test
  void a_relay_stops_in_order_without_it() throws IOException {
    Hold hold = new Hold("A47/1");
    EmbeddedPostgres server = server(0);
    try (Shelf shelf = Shelf.open(Databases.at(server, "postgres"))) {
      Tally tally = new Tally(shelf.unitOfWork(), event -> {}, hold);
      shelf.happen("A47", 1);
      OutboxRelay relay =
          OutboxRelay.start(
              shelf.persistence().outboxQueue(), ScriptedBroker.sound(tally), Shelf.relay(8, LONG));
      hold.awaitReached();
      server.close();
      hold.letGo();
      assertThatCode(relay::close).doesNotThrowAnyException();
      assertThat(relayThreads()).isEmpty();
    } finally {
      server.close();
    }
  }
}
