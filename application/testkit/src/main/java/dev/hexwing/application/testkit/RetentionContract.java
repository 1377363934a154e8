package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.OutboxMessage;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.KeyState;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.shared.EventId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a store lets go of what is over; extend it with the one that is to keep to it. */
public abstract class RetentionContract extends KeyedStoreContract {

  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final Duration WITHIN = LIFETIME.minusMinutes(1);
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  private void finished(KeyedRequest asked) {
    Intent intent = new Intent.Charge(paymentId);
    run(stores -> stores.keys().claim(asked, intent, LEASE));
    KeyRecord record = find(asked).get();
    run(stores -> stores.keys().finish(record, receipt));
  }

  private long expire(int limit) {
    return execute(stores -> stores.keys().expire(LIFETIME, limit));
  }

  private long forget(int limit) {
    return execute(stores -> stores.inbox().forget(LIFETIME, limit));
  }

  private void take(EventId eventId) {
    run(stores -> stores.inbox().claim("notify", eventId));
  }

  @Nested
  class A_finished_key {

    @Test
    void is_told_until_its_lifetime_is_over_and_stays_used_for_good() {
      finished(request);
      store().advance(WITHIN);
      assertThat(expire(10)).isZero();
      store().advance(TWO_MINUTES);
      assertThat(expire(10)).isEqualTo(1);
      KeyRecord tombstone = found();
      assertThat(tombstone.state()).isEqualTo(KeyState.EXPIRED);
      assertThat(tombstone.receipt()).isEmpty();
      assertThat(tombstone.request()).isEqualTo(request);
      assertThat(tombstone.intent()).contains(new Intent.Charge(paymentId));
      assertThat(expire(10)).isZero();
      assertConflict(Subject.KEY, RetentionContract.this::claimed);
      assertConflict(
          Subject.KEY, () -> run(stores -> stores.keys().claimFinished(request, receipt)));
    }

    @Test
    void is_told_in_full_within_its_lifetime() {
      finished(request);
      store().advance(WITHIN);
      assertThat(expire(10)).isZero();
      assertThat(found().receipt()).contains(receipt);
    }

    @Test
    void counts_its_lifetime_from_its_end() {
      claimed();
      store().advance(LIFETIME);
      KeyRecord record = found();
      run(stores -> stores.keys().finish(record, receipt));
      store().advance(WITHIN);
      assertThat(expire(10)).isZero();
      store().advance(TWO_MINUTES);
      assertThat(expire(10)).isEqualTo(1);
    }

    @Test
    void that_needed_no_processor_is_let_go_as_well() {
      run(stores -> stores.keys().claimFinished(request, receipt));
      store().advance(LIFETIME.plus(TWO_MINUTES));
      assertThat(expire(10)).isEqualTo(1);
      assertThat(found().state()).isEqualTo(KeyState.EXPIRED);
      assertThat(found().intent()).isEmpty();
    }

    @Test
    void is_never_changed_again_after_its_lifetime() {
      finished(request);
      store().advance(LIFETIME.plus(TWO_MINUTES));
      assertThat(expire(10)).isEqualTo(1);
      KeyRecord known = found();
      assertConflict(Subject.KEY, () -> run(stores -> stores.keys().finish(known, receipt)));
      assertConflict(Subject.KEY, () -> run(stores -> stores.keys().withdraw(known)));
      assertConflict(Subject.KEY, () -> run(stores -> stores.keys().askAgain(known, LEASE)));
      run(stores -> stores.keys().hurry(known));
      assertThat(takeOver(request)).isEmpty();
      assertThat(takeOverDue(10)).isEmpty();
    }

    @Test
    void goes_in_batches_the_eldest_first() {
      for (int i = 1; i <= 5; i++) {
        finished(given.request("key-" + i));
        store().advance(TWO_MINUTES);
      }
      store().advance(LIFETIME);
      assertThat(expire(2)).isEqualTo(2);
      assertThat(find(given.request("key-2")).get().state()).isEqualTo(KeyState.EXPIRED);
      assertThat(expire(2)).isEqualTo(2);
      assertThat(expire(2)).isEqualTo(1);
      assertThat(expire(2)).isZero();
    }

    @Test
    void is_let_go_once_when_two_nodes_look_at_once() {
      for (int i = 1; i <= 8; i++) {
        finished(given.request("key-" + i));
      }
      store().advance(LIFETIME.plus(TWO_MINUTES));
      AtomicLong expired = new AtomicLong();
      Race.between(4, race -> expired.addAndGet(expire(4)));
      expired.addAndGet(expire(100));
      assertThat(expired).hasValue(8);
    }
  }

  @Nested
  class A_key_that_is_not_finished {

    @Test
    void is_kept_however_old_it_is() {
      KeyedRequest running = given.request("running");
      KeyedRequest open = given.request("open");
      KeyedRequest waiting = given.request("waiting");
      claimed(running);
      leftOpen(open, LEASE);
      KeyRecord attention = claimed(waiting);
      run(stores -> stores.keys().needAttention(attention, receipt, HEARD));
      store().advance(LIFETIME.multipliedBy(100));
      assertThat(expire(10)).isZero();
      assertThat(find(running).get().state()).isEqualTo(KeyState.RUNNING);
      assertThat(find(open).get().receipt()).contains(receipt);
      assertThat(find(waiting).get().receipt()).contains(receipt);
    }
  }

  @Nested
  class An_inbox {

    private final EventId eventId = new EventId("0190-a/1");

    @Test
    void remembers_until_the_age_is_reached() {
      take(eventId);
      store().advance(WITHIN);
      assertThat(forget(10)).isZero();
      assertConflict(Subject.INBOX, () -> take(eventId));
      store().advance(TWO_MINUTES);
      assertThat(forget(10)).isEqualTo(1);
      take(eventId);
    }

    @Test
    void forgets_in_batches() {
      for (int i = 1; i <= 5; i++) {
        take(new EventId("0190-a/" + i));
      }
      store().advance(LIFETIME.plus(TWO_MINUTES));
      assertThat(forget(3)).isEqualTo(3);
      assertThat(forget(3)).isEqualTo(2);
      assertThat(forget(3)).isZero();
    }

    @Test
    void forgets_events_of_others_whatever_their_names_are_made_of() {
      take(new EventId("theirs/first"));
      take(new EventId("theirs/99999999999999999999999"));
      take(new EventId("7/12/34"));
      store().advance(LIFETIME.plus(TWO_MINUTES));
      assertThat(forget(10)).isEqualTo(3);
    }

    @Test
    void never_forgets_an_event_that_is_still_to_be_delivered() {
      Order order = given.order();
      run(stores -> stores.orders().save(order));
      OutboxMessage message = outbox().claim(10, LEASE).getFirst();
      EventId waiting = message.eventId();
      take(waiting);
      store().advance(LIFETIME.plus(TWO_MINUTES));
      assertThat(forget(10)).isZero();
      outbox().park(message, "nobody could take it");
      assertThat(forget(10)).isZero();
      assertConflict(Subject.INBOX, () -> take(waiting));
    }

    @Test
    void may_forget_an_event_that_was_sent() {
      Order order = given.order();
      run(stores -> stores.orders().save(order));
      EventId sent = drainOutbox().getFirst().eventId();
      take(sent);
      store().advance(LIFETIME.plus(TWO_MINUTES));
      assertThat(forget(10)).isEqualTo(1);
    }
  }

  @Nested
  class An_outbox {

    @Test
    void keeps_what_waits_and_what_is_set_aside_however_old() {
      Order waits = given.order();
      Order aside = given.order();
      Order sent = given.order();
      run(stores -> stores.orders().save(aside));
      outbox().park(outbox().claim(1, LEASE).getFirst(), "nobody could take it");
      run(stores -> stores.orders().save(sent));
      List<OutboxMessage> published = outbox().claim(10, LEASE);
      outbox().markSent(published);
      run(stores -> stores.orders().save(waits));
      store().advance(LIFETIME.plus(TWO_MINUTES));
      assertThat(RetentionContract.this.<Long>execute(stores -> stores.history().file(10)))
          .isEqualTo(1);
      assertThat(RetentionContract.this.<Long>execute(stores -> stores.history().file(10)))
          .isZero();
      assertThat(outbox().backlog().waiting()).isEqualTo(1);
      assertThat(outbox().backlog().parked()).isEqualTo(1);
      assertThat(outbox().claim(10, LEASE))
          .extracting(message -> message.event().aggregateId())
          .isEqualTo(List.copyOf(Set.of(waits.id().toString())));
    }
  }
}
