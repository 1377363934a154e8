package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.events.OutboxQueue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Much waits all at once, as after an outage, and the server still plans for the time when nothing
 * did. It ends a statement that takes too long, so a bad plan is an error here.
 */
class SuddenBacklogTest {

  private static final int BACKLOG = 40_000;

  /** Few enough for a slow machine: the test's own statements are ended as well. */
  private static final int AT_ONCE = 1_000;

  private static final int CLAIMED = 256;
  private static final int NEWEST = 64;

  private static final String SERVING_US =
      """
      select pid from pg_stat_activity
      where application_name like 'hexwing%' and (query like '%commit' or query like '%outbox%')
      """;
  private static final String READ_THROUGH =
      "select seq_tup_read from pg_stat_user_tables where relid = 'outbox'::regclass";
  private static final String READ_BY_INDEX =
      "select idx_tup_read from pg_stat_user_indexes where relid = 'outbox'::regclass";

  private static final Duration LEASE = Duration.ofMinutes(1);

  /** From the fifth time on the server keeps a plan, and with it what it believes. */
  private static final int UNTIL_PLANNED_FOR_GOOD = 40;

  @Test
  void is_claimed_and_marked_by_plans_that_were_made_for_nothing() {
    try (TestDatabase database = TestPostgres.database("sudden_backlog");
        Persistence persistence = Persistence.open(database.settings())) {
      OutboxQueue queue = persistence.outboxQueue();
      fill(database, "'SENT'", 5, AT_ONCE);
      database.sql("vacuum analyze outbox");
      for (int i = 0; i < UNTIL_PLANNED_FOR_GOOD; i++) {
        assertThat(queue.claim(CLAIMED, LEASE)).isEmpty();
        assertThat(queue.claimNewest(NEWEST, LEASE)).isEmpty();
      }
      fill(database, "'WAITING'", BACKLOG / AT_ONCE, AT_ONCE);
      List<OutboxMessage> oldest = queue.claim(CLAIMED, LEASE);
      assertThat(oldest).hasSize(CLAIMED);
      assertThat(queue.claimNewest(NEWEST, LEASE)).hasSize(NEWEST);
      queue.markSent(oldest);
      assertThat(queue.backlog().waiting()).isEqualTo(BACKLOG - oldest.size());
    }
  }

  /**
   * Whoever relays one event now and then has an outbox that is empty whenever it is planned for.
   */
  @Test
  void is_not_read_through_by_plans_that_were_made_for_an_empty_table() {
    try (TestDatabase database = TestPostgres.database("sudden_backlog")) {
      database.sql("vacuum analyze outbox");
      Set<Long> others = numbers(database, SERVING_US);
      try (Persistence persistence = Persistence.open(database.settings())) {
        for (int i = 0; i < UNTIL_PLANNED_FOR_GOOD; i++) {
          fill(database, "'WAITING'", 1, 1);
          assertThat(relay(persistence)).isEqualTo(1);
        }
        fill(database, "'WAITING'", BACKLOG / AT_ONCE, AT_ONCE);
        assertThat(relay(persistence)).isEqualTo(CLAIMED + NEWEST);
      }
      // The server counts what a connection has read when that ends.
      OutageTest.awaitThat(() -> others.containsAll(numbers(database, SERVING_US)));
      assertThat(numbers(database, READ_THROUGH)).containsExactly(0L);
      assertThat(numbers(database, READ_BY_INDEX))
          .anyMatch(entries -> entries >= CLAIMED)
          .allMatch(entries -> entries < BACKLOG / 4);
    }
  }

  /** All that a relay does, and the filing after it; tells how many events it was. */
  private static int relay(Persistence persistence) {
    OutboxQueue queue = persistence.outboxQueue();
    List<OutboxMessage> claimed = new ArrayList<>(queue.claim(CLAIMED, LEASE));
    claimed.addAll(queue.claimNewest(NEWEST, LEASE));
    queue.markSent(claimed);
    long filed = persistence.unitOfWork().execute(stores -> stores.history().file(AT_ONCE));
    assertThat(filed).isEqualTo(claimed.size());
    return claimed.size();
  }

  private static Set<Long> numbers(TestDatabase database, String query) {
    try (Connection connection = DriverManager.getConnection(database.settings().url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      Set<Long> numbers = new HashSet<>();
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fill(TestDatabase database, String state, int times, int atOnce) {
    for (int i = 0; i < times; i++) {
      database.sql(events(state, atOnce));
    }
  }

  private static String events(String state, int count) {
    return """
    insert into outbox (event_id, aggregate_id, version, type, data, correlation_id, occurred_at,
      stored_at, state, token, held_until, attempts)
    select id || '/1', id, 1, 'dev.hexwing.delivery.maintenance-cleared.v1',
      '{"droneId":"A1"}', 'tap-1', now(), now(), %s, 0, now(), 0
    from (select gen_random_uuid()::text as id from generate_series(1, %d)) new
    """
        .formatted(state, count);
  }
}
