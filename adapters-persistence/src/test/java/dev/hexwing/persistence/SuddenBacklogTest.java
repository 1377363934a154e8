package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxQueue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Much waits all at once, as after an outage, and the server still plans for the time when nothing
 * did. It ends a statement that takes too long, so a bad plan is an error here.
 */
class SuddenBacklogTest {

  private static final int BACKLOG = 40_000;

  /** Few enough for a slow machine: the test's own statements are ended as well. */
  private static final int AT_ONCE = 1_000;

  private static final Duration LEASE = Duration.ofMinutes(1);

  /** From the fifth time on the server keeps a plan, and with it what it believes. */
  private static final int UNTIL_PLANNED_FOR_GOOD = 40;

  @Test
  void is_claimed_and_marked_by_plans_that_were_made_for_nothing() {
    try (TestDatabase database = TestPostgres.database("sudden_backlog");
        Persistence persistence = Persistence.open(database.settings())) {
      OutboxQueue queue = persistence.outboxQueue();
      fill(database, "'SENT'", 5);
      database.sql("vacuum analyze outbox");
      for (int i = 0; i < UNTIL_PLANNED_FOR_GOOD; i++) {
        assertThat(queue.claim(256, LEASE)).isEmpty();
        assertThat(queue.claimNewest(64, LEASE)).isEmpty();
      }
      fill(database, "'WAITING'", BACKLOG / AT_ONCE);
      List<OutboxMessage> oldest = queue.claim(256, LEASE);
      assertThat(oldest).hasSize(256);
      assertThat(queue.claimNewest(64, LEASE)).hasSize(64);
      queue.markSent(oldest);
      assertThat(queue.backlog().waiting()).isEqualTo(BACKLOG - oldest.size());
    }
  }

  private static void fill(TestDatabase database, String state, int times) {
    for (int i = 0; i < times; i++) {
      database.sql(events(state));
    }
  }

  private static String events(String state) {
    return """
    insert into outbox (event_id, aggregate_id, version, type, data, correlation_id, occurred_at,
      stored_at, state, token, held_until, attempts)
    select id || '/1', id, 1, 'dev.hexwing.delivery.maintenance-cleared.v1',
      '{"droneId":"A1"}', 'tap-1', now(), now(), %s, 0, now(), 0
    from (select gen_random_uuid()::text as id from generate_series(1, %d)) new
    """
        .formatted(state, AT_ONCE);
  }
}
