package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.work.LogContext;
import dev.hexwing.application.work.TraceParent;
import dev.hexwing.domain.delivery.DispatchPolicy;
import dev.hexwing.domain.delivery.Drone;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventMetadata;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every outbox must do; extend it with the store that is to keep to it. */
public abstract class OutboxQueueContract extends StoreContract {

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration LONGER = LEASE.plusSeconds(1);

  private Order stored() {
    Order order = given.order();
    run(stores -> stores.orders().save(order));
    return order;
  }

  /** An order to which two things have happened. */
  private Order paid() {
    Order order = stored();
    order.confirmPayment(given.paymentId(), order.total(), given.occasion()).get();
    run(stores -> stores.orders().save(order));
    return order;
  }

  private List<OutboxMessage> claim(int limit) {
    return outbox().claim(limit, LEASE);
  }

  private static List<Long> versions(List<OutboxMessage> messages) {
    return messages.stream().map(message -> message.event().version().value()).toList();
  }

  @Nested
  class A_claim {

    @Test
    void hands_out_committed_events_as_they_were() {
      Order order = paid();
      OutboxMessage placed = claim(10).getFirst();
      assertThat(placed.event().aggregateId()).isEqualTo(order.id().toString());
      assertThat(placed.event().occurredAt()).isEqualTo(Given.MOMENT);
      assertThat(placed.event().metadata())
          .isEqualTo(
              EventMetadata.of(order.id().toString(), placed.event().version(), given.occasion()));
      assertThat(placed.claim().attempts()).isZero();
    }

    @Test
    void hands_out_the_trace_of_the_tap_that_an_event_was_committed_in() {
      TraceParent trace =
          TraceParent.of("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
      try (LogContext context = LogContext.of(Given.CORRELATION, Option.some(trace))) {
        stored();
      }
      stored();
      assertThat(claim(10))
          .extracting(OutboxMessage::trace)
          .containsExactly(Option.some(trace), Option.none());
    }

    @Test
    void takes_of_each_aggregate_only_the_oldest_that_is_not_sent() {
      paid();
      paid();
      List<OutboxMessage> heads = claim(10);
      assertThat(versions(heads)).containsExactly(1L, 1L);
      assertThat(claim(10)).isEmpty();
      outbox().markSent(heads);
      assertThat(versions(claim(10))).containsExactly(2L, 2L);
    }

    @Test
    void does_not_miss_versions_that_had_no_event() {
      Drone drone = given.droneWith("A1", 80);
      drone.ground(new Reason("rotor"), DispatchPolicy.STANDARD, given.occasion()).get();
      run(stores -> stores.drones().save(drone));
      assertThat(drainOutbox())
          .extracting(event -> event.version().value())
          .containsExactly(1L, 3L);
    }

    @Test
    void takes_no_more_than_its_limit() {
      stored();
      stored();
      stored();
      assertThat(claim(2)).hasSize(2);
      assertThat(claim(2)).hasSize(1);
    }

    @Test
    void holds_for_its_lease_and_then_passes_on_under_a_greater_token() {
      stored();
      OutboxMessage mine = claim(1).getFirst();
      assertThat(claim(1)).isEmpty();
      store().advance(LONGER);
      OutboxMessage others = claim(1).getFirst();
      assertThat(others.event()).isEqualTo(mine.event());
      assertThat(others.claim().token()).isGreaterThan(mine.claim().token());
    }

    @Test
    void is_made_by_one_relay_only() {
      for (int i = 0; i < 30; i++) {
        stored();
      }
      Set<DomainEvent> claimed = ConcurrentHashMap.newKeySet();
      List<Race.Outcome> outcomes =
          Race.between(
              4,
              race -> {
                race.standInLine();
                for (int turn = 0; turn < 10; turn++) {
                  for (OutboxMessage message : claim(5)) {
                    assertThat(claimed.add(message.event())).isTrue();
                  }
                }
              });
      assertThat(outcomes).allMatch(Race.Outcome::won);
      claim(1_000).forEach(message -> claimed.add(message.event()));
      assertThat(claimed).hasSize(30);
    }

    @Test
    void keeps_each_aggregates_order_whoever_relays() {
      List<DomainEvent> sent = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        paid();
      }
      Race.between(
          3,
          race -> {
            race.standInLine();
            for (int turn = 0; turn < 20; turn++) {
              List<OutboxMessage> mine = claim(3);
              synchronized (sent) {
                mine.forEach(message -> sent.add(message.event()));
              }
              outbox().markSent(mine);
            }
          });
      sent.addAll(drainOutbox());
      assertThat(sent).hasSize(10).doesNotHaveDuplicates();
      for (DomainEvent event : sent) {
        assertThat(
                sent.stream()
                    .filter(other -> other.aggregateId().equals(event.aggregateId()))
                    .map(other -> other.version().value()))
            .containsExactly(1L, 2L);
      }
    }
  }

  @Nested
  class A_claim_of_the_newest {

    private List<OutboxMessage> claimNewest(int limit) {
      return outbox().claimNewest(limit, LEASE);
    }

    @Test
    void begins_with_the_newest_and_leaves_the_rest_to_others() {
      Order oldest = stored();
      Order older = stored();
      Order newest = stored();
      assertThat(claimNewest(2))
          .extracting(message -> message.event().aggregateId())
          .containsExactly(newest.id().toString(), older.id().toString());
      assertThat(claim(10))
          .extracting(message -> message.event().aggregateId())
          .containsExactly(oldest.id().toString());
    }

    @Test
    void takes_of_each_aggregate_only_the_oldest_that_is_not_sent() {
      Order order = stored();
      Order between = stored();
      order.confirmPayment(given.paymentId(), order.total(), given.occasion()).get();
      run(stores -> stores.orders().save(order));
      List<OutboxMessage> heads = claimNewest(10);
      assertThat(heads)
          .extracting(message -> message.event().aggregateId())
          .containsExactly(between.id().toString(), order.id().toString());
      assertThat(versions(heads)).containsExactly(1L, 1L);
      outbox().markSent(heads);
      assertThat(versions(claimNewest(10))).containsExactly(2L);
    }

    @Test
    void takes_nothing_that_another_relay_has_that_rests_or_that_is_set_aside() {
      stored();
      stored();
      List<OutboxMessage> both = claim(2);
      stored();
      assertThat(claimNewest(10)).hasSize(1);
      outbox().park(both.getFirst(), "too large");
      outbox().retryLater(both.getLast(), "away", LEASE);
      assertThat(claimNewest(10)).isEmpty();
      store().advance(LONGER);
      assertThat(claimNewest(10)).hasSize(2);
    }
  }

  @Nested
  class A_transaction_that_commits_late {

    @Test
    void is_not_passed_over_though_later_ones_were_sent_before()
        throws InterruptedException, ExecutionException, TimeoutException {
      Order early = given.order();
      CountDownLatch written = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> late =
            threads.submit(
                () ->
                    run(
                        stores -> {
                          stores.orders().save(early);
                          // Reading has it written, with its place in the outbox, and not
                          // committed.
                          assertThat(stores.orders().find(early.id())).isNotEmpty();
                          written.countDown();
                          await(goOn);
                        }));
        await(written);
        Order later = stored();
        assertThat(drainOutbox())
            .extracting(DomainEvent::aggregateId)
            .containsExactly(later.id().toString());
        goOn.countDown();
        late.get(20, TimeUnit.SECONDS);
      }
      assertThat(drainOutbox())
          .extracting(DomainEvent::aggregateId)
          .containsExactly(early.id().toString());
    }

    private void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Nested
  class Marking_as_sent {

    @Test
    void is_for_good() {
      stored();
      List<OutboxMessage> mine = claim(1);
      assertThat(mine).hasSize(1);
      outbox().markSent(mine);
      store().advance(LONGER);
      assertThat(claim(1)).isEmpty();
      outbox().markSent(mine);
      outbox().markSent(List.of());
      assertThat(outbox().backlog().waiting()).isZero();
    }

    @Test
    void is_ignored_from_a_relay_that_has_lost_its_claim() {
      Order order = stored();
      stored();
      List<OutboxMessage> former = claim(10);
      store().advance(LONGER);
      List<OutboxMessage> others = claim(1);
      assertThat(others.getFirst().event().aggregateId()).isEqualTo(order.id().toString());
      outbox().markSent(former);
      assertThat(outbox().backlog().waiting()).isEqualTo(1);
      outbox().markSent(others);
      assertThat(outbox().backlog().waiting()).isZero();
    }
  }

  @Nested
  class An_event_that_cannot_be_published {

    @Test
    void is_tried_again_after_its_delay_and_counts_the_attempts() {
      stored();
      outbox().retryLater(claim(1).getFirst(), "broker away", LEASE);
      assertThat(claim(1)).isEmpty();
      store().advance(LONGER);
      OutboxMessage again = claim(1).getFirst();
      assertThat(again.claim().attempts()).isEqualTo(1);
      outbox().retryLater(again, "x".repeat(5_000), Duration.ZERO);
      assertThat(claim(1).getFirst().claim().attempts()).isEqualTo(2);
    }

    @Test
    void is_not_touched_by_a_relay_that_has_lost_its_claim() {
      stored();
      OutboxMessage former = claim(1).getFirst();
      store().advance(LONGER);
      OutboxMessage mine = claim(1).getFirst();
      outbox().retryLater(former, "late", Duration.ZERO);
      outbox().park(former, "late");
      assertThat(claim(1)).isEmpty();
      assertThat(outbox().backlog().parked()).isZero();
      outbox().markSent(List.of(mine));
      assertThat(outbox().backlog().waiting()).isZero();
    }

    @Test
    void may_be_set_aside_and_later_ones_of_its_aggregate_wait_behind_it() {
      paid();
      Order other = paid();
      outbox().park(claim(1).getFirst(), "unreadable");
      store().advance(LONGER);
      List<DomainEvent> sent = drainOutbox();
      assertThat(sent)
          .hasSize(2)
          .allMatch(event -> event.aggregateId().equals(other.id().toString()));
      assertThat(outbox().backlog().parked()).isEqualTo(1);
      assertThat(outbox().backlog().waiting()).isEqualTo(1);
    }
  }

  @Nested
  class The_backlog {

    @Test
    void counts_what_waits_and_tells_how_long() {
      stored();
      store().advance(LEASE);
      paid();
      assertThat(outbox().backlog().waiting()).isEqualTo(3);
      assertThat(outbox().backlog().parked()).isZero();
      assertThat(outbox().backlog().oldest()).isBetween(LEASE, LONGER.plusMinutes(1));
      drainOutbox();
      assertThat(outbox().backlog().waiting()).isZero();
      assertThat(outbox().backlog().oldest()).isZero();
    }
  }

  @Nested
  class A_listener {

    @Test
    void hears_of_each_commit_that_added_events_and_of_no_other() {
      AtomicInteger heard = new AtomicInteger();
      outbox().onNewEvents(heard::incrementAndGet);
      Order order = stored();
      assertThat(heard).hasValue(1);
      run(stores -> stores.openPayments().claim(order.id(), given.paymentId()));
      assertThat(heard).hasValue(1);
      try {
        run(
            stores -> {
              stores.orders().save(given.order());
              throw new IllegalStateException("died");
            });
      } catch (IllegalStateException died) {
        assertThat(died).hasMessage("died");
      }
      assertThat(heard).hasValue(1);
      stored();
      assertThat(heard).hasValue(2);
    }

    @Test
    void can_claim_what_it_hears_of() {
      List<OutboxMessage> claimed = new ArrayList<>();
      outbox().onNewEvents(() -> claimed.addAll(claim(10)));
      stored();
      assertThat(claimed).hasSize(1);
    }
  }
}
