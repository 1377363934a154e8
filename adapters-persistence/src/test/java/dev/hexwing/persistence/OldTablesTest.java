package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.EventHistory.Extent;
import dev.hexwing.application.journey.JourneySummary;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Tables of a former release are brought up to date with what is in them. */
class OldTablesTest {

  private static final String ORDER = "0190b2a4-0000-7000-8000-000000000001";
  private static final String OTHER = "0190b2a4-0000-7000-8000-000000000002";

  @Test
  void on_h2_sent_events_become_history_and_journeys_stay() {
    keeps(TestH2.inMemory());
  }

  @Test
  void on_postgresql_sent_events_become_history_and_journeys_stay() {
    keeps(TestPostgres.database("old_tables"));
  }

  private static void keeps(TestDatabase database) {
    try {
      backToBeforeHistory(database);
      database.sql(order(ORDER), placed(ORDER, "SENT"), placed(OTHER, "WAITING"), journey());
      try (Persistence persistence = database.open()) {
        persistence.migrate();
        Extent whole = persistence.unitOfWork().read(stores -> stores.history().extent());
        assertThat(whole).isEqualTo(new Extent(1, 1, true));
        assertThat(persistence.outboxQueue().backlog().waiting()).isEqualTo(1);
        JourneySummary summary =
            persistence.unitOfWork().read(stores -> stores.journeys().summary());
        assertThat(summary.journeys()).isEqualTo(1);
        assertThat(summary.confirmed()).isEqualTo(1);
        assertThat(summary.p50()).isEqualTo(Duration.ofMillis(400));
      }
      backToBeforeHistory(database);
      database.sql(order(ORDER));
      try (Persistence persistence = database.open()) {
        persistence.migrate();
        Extent gone = persistence.unitOfWork().read(stores -> stores.history().extent());
        assertThat(gone).isEqualTo(new Extent(1, 0, false));
      }
    } finally {
      database.close();
    }
  }

  private static void backToBeforeHistory(TestDatabase database) {
    database.sql("drop table test_clock");
    Flyway former =
        Flyway.configure()
            .dataSource(Database.connect(database.settings()))
            .locations(
                "classpath:db/migration/common",
                "classpath:db/migration/"
                    + (database.settings().isPostgres() ? "postgresql" : "h2"))
            .target("13")
            .cleanDisabled(false)
            .load();
    former.clean();
    former.migrate();
    database.sql(
        "create table test_clock (shift bigint not null)", "insert into test_clock values (0)");
  }

  private static String order(String id) {
    return """
    insert into orders (order_id, customer_id, lines, latitude, longitude, total_amount, currency,
      status, placed_at, version)
    values ('%s', 'c', '[]', 0, 0, 1, 'EUR', 'PLACED', current_timestamp, 1)
    """
        .formatted(id);
  }

  private static String placed(String id, String state) {
    return """
    insert into outbox (event_id, aggregate_id, version, type, data, correlation_id, occurred_at,
      stored_at, state, token, held_until, attempts)
    values ('%1$s/1', '%1$s', 1, 'dev.hexwing.ordering.order-placed.v1', '{}', 'tap-1',
      current_timestamp, current_timestamp, '%2$s', 0, current_timestamp, 0)
    """
        .formatted(id, state);
  }

  private static String journey() {
    return """
    insert into journeys (correlation_id, order_id, confirmed_at, tapped_at, seen_at)
    values ('tap-1', '%s', timestamp with time zone '2026-01-01 12:00:00+00',
      timestamp with time zone '2026-01-01 12:00:00+00',
      timestamp with time zone '2026-01-01 12:00:00.4+00')
    """
        .formatted(ORDER);
  }
}
