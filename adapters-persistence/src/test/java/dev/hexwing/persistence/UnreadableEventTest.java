package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxQueue;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.UnreadableEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event of a newer release in the outbox, and ones whose rows were damaged. */
class UnreadableEventTest {

  private static final Duration LEASE = Duration.ofSeconds(30);

  @Test
  void on_h2_is_claimed_with_the_others_and_can_be_set_aside() {
    isSetAside(TestH2.inMemory());
  }

  @Test
  void on_postgresql_is_claimed_with_the_others_and_can_be_set_aside() {
    isSetAside(TestPostgres.database("unreadable_event"));
  }

  private static void isSetAside(TestDatabase database) {
    try (database;
        Persistence persistence = database.open()) {
      database.sql(waiting("newer", "dev.hexwing.delivery.drone-painted.v1", "{}"));
      database.sql(waiting("torn", "dev.hexwing.delivery.maintenance-cleared.v1", "{"));
      database.sql(
          waiting("sound", "dev.hexwing.delivery.maintenance-cleared.v1", "{\"droneId\":\"A1\"}"));
      OutboxQueue queue = persistence.outboxQueue();
      List<OutboxMessage> claimed = queue.claim(10, LEASE);
      assertThat(claimed)
          .extracting(OutboxMessage::eventId)
          .containsExactly(new EventId("newer/1"), new EventId("torn/1"), new EventId("sound/1"));
      assertThat(claimed)
          .extracting(OutboxMessage::correlationId)
          .containsOnly(new CorrelationId("tap-1"));
      assertThatThrownBy(claimed.get(0)::event).isInstanceOf(UnreadableEvent.class);
      assertThatThrownBy(claimed.get(1)::event).isInstanceOf(RuntimeException.class);
      assertThat(claimed.get(2).event().aggregateId()).isEqualTo("sound");
      claimed.subList(0, 2).forEach(message -> queue.park(message, "unreadable"));
      queue.markSent(claimed.subList(2, 3));
      assertThat(queue.backlog().parked()).isEqualTo(2);
      assertThat(queue.backlog().waiting()).isZero();
    }
  }

  @Test
  void of_a_damaged_name_is_set_aside_on_h2_and_holds_up_nobody() {
    isNeverHandedOut(TestH2.inMemory());
  }

  @Test
  void of_a_damaged_name_is_set_aside_on_postgresql_and_holds_up_nobody() {
    isNeverHandedOut(TestPostgres.database("damaged_names"));
  }

  private static void isNeverHandedOut(TestDatabase database) {
    try (database;
        Persistence persistence = database.open()) {
      String type = "dev.hexwing.delivery.maintenance-cleared.v1";
      database.sql(waiting("sound", type, "{\"droneId\":\"A1\"}"));
      database.sql(waiting("astray", type, "{}").replace("'tap-1'", "'tap 1'"));
      database.sql(waiting("a\tb", type, "{}"));
      database.sql(waiting("fine", type, "{\"droneId\":\"A2\"}"));
      OutboxQueue queue = persistence.outboxQueue();
      List<OutboxMessage> claimed = queue.claim(10, LEASE);
      assertThat(claimed)
          .extracting(OutboxMessage::eventId)
          .containsExactly(new EventId("sound/1"), new EventId("fine/1"));
      assertThat(queue.backlog().parked()).isEqualTo(2);
      queue.markSent(claimed);
      assertThat(queue.backlog().waiting()).isZero();
    }
  }

  @Test
  void of_no_known_state_is_refused_by_the_tables_on_h2() {
    isRefused(TestH2.inMemory());
  }

  @Test
  void of_no_known_state_is_refused_by_the_tables_on_postgresql() {
    isRefused(TestPostgres.database("unknown_state"));
  }

  private static void isRefused(TestDatabase database) {
    try (database) {
      String lost = waiting("lost", "any", "{}").replace("'WAITING'", "'LOST'");
      assertThatThrownBy(() -> database.sql(lost)).message().containsIgnoringCase("outbox_state");
    }
  }

  private static String waiting(String aggregate, String type, String data) {
    return """
    insert into outbox (event_id, aggregate_id, version, type, data, correlation_id, occurred_at,
      stored_at, state, token, held_until, attempts)
    values ('%1$s/1', '%1$s', 1, '%2$s', '%3$s', 'tap-1',
      current_timestamp, current_timestamp, 'WAITING', 0, timestamp '2026-01-01 12:00:00', 0)
    """
        .formatted(aggregate, type, data);
  }
}
