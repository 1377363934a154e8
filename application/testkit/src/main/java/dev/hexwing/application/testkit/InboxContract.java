package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.shared.EventId;
import org.junit.jupiter.api.Test;

/** What every inbox must do; extend it with the store that is to keep to it. */
public abstract class InboxContract extends StoreContract {

  private static final EventId EVENT = new EventId("0190-a/1");

  private void claim(String consumer, EventId eventId) {
    run(stores -> stores.inbox().claim(consumer, eventId));
  }

  @Test
  void an_event_takes_effect_once_for_a_consumer() {
    claim("notify", EVENT);
    assertConflict(Subject.INBOX, () -> claim("notify", EVENT));
  }

  @Test
  void consumers_and_events_do_not_meet_each_other() {
    claim("notify", EVENT);
    claim("dispatch", EVENT);
    claim("notify", new EventId("0190-a/2"));
    assertConflict(Subject.INBOX, () -> claim("dispatch", EVENT));
  }

  @Test
  void nothing_is_kept_beside_a_second_claim() {
    claim("notify", EVENT);
    Order order = given.order();
    assertConflict(
        Subject.INBOX,
        () ->
            run(
                stores -> {
                  stores.inbox().claim("notify", EVENT);
                  stores.orders().save(order);
                }));
    assertThat(readOption(stores -> stores.orders().find(order.id()))).isEmpty();
  }

  @Test
  void a_claim_whose_transaction_failed_was_none() {
    Order order = given.order();
    run(stores -> stores.orders().save(order));
    Order twin =
        Order.place(
                order.id(), order.customerId(), order.lines(), order.dropOff(), given.occasion())
            .get();
    assertConflict(
        Subject.ORDER,
        () ->
            run(
                stores -> {
                  stores.inbox().claim("notify", EVENT);
                  stores.orders().save(twin);
                }));
    claim("notify", EVENT);
    assertConflict(Subject.INBOX, () -> claim("notify", EVENT));
  }

  @Test
  void a_claim_has_one_winner_in_a_race() {
    assertOneWins(
        Subject.INBOX,
        race ->
            run(
                stores -> {
                  race.standInLine();
                  stores.inbox().claim("notify", EVENT);
                }));
  }
}
