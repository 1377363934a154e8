package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.journey.JourneySummary;
import dev.hexwing.application.journey.Journeys;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.CorrelationId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of journeys must do; extend it with the store that is to keep to it. */
public abstract class JourneysContract extends StoreContract {

  private static final Instant TAP = Given.MOMENT;

  private JourneySummary summary() {
    return read(stores -> stores.journeys().summary());
  }

  private void note(Consumer<Journeys> step) {
    run(stores -> step.accept(stores.journeys()));
  }

  private static CorrelationId journey(int number) {
    return new CorrelationId("journey-" + number);
  }

  private void received(int number, OrderId orderId) {
    note(journeys -> journeys.received(journey(number), orderId, given.paymentId(), TAP));
  }

  private void seen(int number, Duration time) {
    note(journeys -> journeys.seen(journey(number), TAP, TAP.plus(time)));
  }

  @Test
  void a_journey_is_counted_at_every_step() {
    OrderId orderId = given.orderId();
    received(1, orderId);
    assertThat(summary().journeys()).isEqualTo(1);
    assertThat(summary().confirmed()).isZero();
    note(journeys -> journeys.confirmed(journey(1), TAP.plusMillis(300)));
    assertThat(summary().confirmed()).isEqualTo(1);
    seen(1, Duration.ofMillis(400));
    assertThat(summary().seen()).isEqualTo(1);
    note(journeys -> journeys.dispatched(orderId, TAP.plusSeconds(60)));
    assertThat(summary().delivered()).isZero();
    note(journeys -> journeys.delivered(orderId, TAP.plusSeconds(600)));
    assertThat(summary())
        .isEqualTo(
            new JourneySummary(
                1,
                1,
                1,
                1,
                Duration.ofMillis(400),
                Duration.ofMillis(400),
                Duration.ofMillis(400),
                1));
  }

  @Test
  void a_step_keeps_its_earliest_moment_whichever_is_noted_first() {
    OrderId early = given.orderId();
    OrderId late = given.orderId();
    received(1, late, TAP.plusSeconds(1));
    received(1, early, TAP);
    received(2, early, TAP);
    received(2, late, TAP.plusSeconds(1));
    note(journeys -> journeys.delivered(early, TAP.plusSeconds(600)));
    assertThat(summary().journeys()).isEqualTo(2);
    assertThat(summary().delivered()).isEqualTo(2);
  }

  private void received(int number, OrderId orderId, Instant at) {
    note(journeys -> journeys.received(journey(number), orderId, given.paymentId(), at));
  }

  @Test
  void what_a_customer_says_is_kept_as_it_was_said_first() {
    seen(1, Duration.ofMillis(400));
    seen(1, Duration.ofMillis(900));
    assertThat(summary().seen()).isEqualTo(1);
    assertThat(summary().p99()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void steps_may_come_in_any_order() {
    OrderId orderId = given.orderId();
    note(journeys -> journeys.delivered(orderId, TAP));
    note(journeys -> journeys.confirmed(journey(1), TAP));
    assertThat(summary().journeys()).isEqualTo(1);
    assertThat(summary().delivered()).isZero();
    received(1, orderId);
    assertThat(summary().journeys()).isEqualTo(1);
    assertThat(summary().confirmed()).isEqualTo(1);
    assertThat(summary().delivered()).isEqualTo(1);
  }

  @Test
  void an_orders_delivery_belongs_to_every_journey_of_it_and_no_other() {
    OrderId orderId = given.orderId();
    received(1, orderId);
    note(
        journeys -> {
          journeys.dispatched(orderId, TAP);
          journeys.delivered(orderId, TAP);
        });
    received(2, orderId);
    received(3, given.orderId());
    assertThat(summary().journeys()).isEqualTo(3);
    assertThat(summary().delivered()).isEqualTo(2);
  }

  @Test
  void percentiles_go_by_the_nearest_rank() {
    for (int i = 1; i <= 100; i++) {
      seen(i, Duration.ofMillis(i * 30L));
    }
    JourneySummary summary = summary();
    assertThat(summary.p50()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(summary.p95()).isEqualTo(Duration.ofMillis(2_850));
    assertThat(summary.p99()).isEqualTo(Duration.ofMillis(2_970));
    assertThat(summary.withinObjective()).isEqualTo(0.66);
    assertThat(summary.met()).isFalse();
  }

  @Test
  void one_journey_may_be_noted_by_several_threads() {
    OrderId orderId = given.orderId();
    assertThat(
            Race.between(
                4,
                race -> {
                  race.standInLine();
                  received(1, orderId);
                  seen(1, Duration.ofMillis(400));
                }))
        .allMatch(Race.Outcome::won);
    assertThat(summary().journeys()).isEqualTo(1);
    assertThat(summary().seen()).isEqualTo(1);
  }
}
