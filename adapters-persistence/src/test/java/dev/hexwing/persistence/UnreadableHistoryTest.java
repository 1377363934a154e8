package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.journey.JourneyRebuild;
import dev.hexwing.application.journey.JourneyRebuilder;
import dev.hexwing.application.journey.JourneySummary;
import dev.hexwing.application.journey.RebuildJourneys;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.testkit.StoreFixture;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.CorrelationId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An event of a newer release in the history, after a step back to this one. */
class UnreadableHistoryTest {

  private static final RebuildJourneys.Command WHOLE = new RebuildJourneys.Command(false);
  private static final String NEWER = "dev.hexwing.payments.payment-disputed.v1";

  @Test
  void on_h2_breaks_a_rebuild_off_with_its_reason_and_leaves_the_journeys() {
    breaksOff(TestH2.inMemory());
  }

  @Test
  void on_postgresql_breaks_a_rebuild_off_with_its_reason_and_leaves_the_journeys() {
    breaksOff(TestPostgres.database("unreadable_history"));
  }

  private static void breaksOff(TestDatabase database) {
    try (database;
        StoreFixture store = database.emptied()) {
      UnitOfWork unitOfWork = store.unitOfWork();
      unitOfWork.execute(
          stores -> {
            stores
                .journeys()
                .received(
                    new CorrelationId("tap-1"),
                    new OrderId(UUID.randomUUID()),
                    new PaymentId(UUID.randomUUID()),
                    Instant.parse("2026-01-01T12:00:00Z"));
            return stores;
          });
      JourneySummary before = summary(unitOfWork);
      database.sql(sent());
      JourneyRebuilder node = new JourneyRebuilder(unitOfWork, 10, () -> {});
      assertThat(node.begin(WHOLE).isRight()).isTrue();
      for (int step = 0; step < 100 && node.runOnce(); step++) {
        assertThat(summary(unitOfWork)).isEqualTo(before);
      }
      JourneyRebuild rebuild = node.latest().get();
      assertThat(rebuild.state()).isEqualTo(JourneyRebuild.State.FAILED);
      assertThat(rebuild.reason().get()).contains(NEWER);
      assertThat(summary(unitOfWork)).isEqualTo(before);
      database.sql("delete from event_history");
      assertThat(node.begin(new RebuildJourneys.Command(true)).isRight())
          .as("it can be begun again")
          .isTrue();
    }
  }

  private static JourneySummary summary(UnitOfWork unitOfWork) {
    return unitOfWork.read(stores -> stores.journeys().summary());
  }

  private static String sent() {
    return """
    insert into outbox (event_id, aggregate_id, version, type, data, correlation_id, occurred_at,
      stored_at, state, token, held_until, attempts)
    values ('x/1', 'x', 1, '%s', '{}', 'tap-1',
      current_timestamp, current_timestamp, 'SENT', 0, current_timestamp, 0)
    """
        .formatted(NEWER);
  }
}
