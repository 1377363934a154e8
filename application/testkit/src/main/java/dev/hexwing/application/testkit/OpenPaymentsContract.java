package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of open payments must do; extend it with the store that is to keep to it. */
public abstract class OpenPaymentsContract extends StoreContract {

  private Option<PaymentId> holder(OrderId orderId) {
    return read(stores -> stores.openPayments().find(orderId));
  }

  private PaymentId claim(OrderId orderId) {
    PaymentId paymentId = given.paymentId();
    run(stores -> stores.openPayments().claim(orderId, paymentId));
    return paymentId;
  }

  @Test
  void a_place_is_held_by_who_claimed_it_and_other_orders_are_free() {
    OrderId orderId = given.orderId();
    PaymentId paymentId = claim(orderId);
    assertThat(holder(orderId)).contains(paymentId);
    assertThat(holder(given.orderId())).isEmpty();
  }

  @Test
  void a_place_that_is_taken_is_not_taken_again() {
    OrderId orderId = given.orderId();
    PaymentId first = claim(orderId);
    assertConflict(Subject.OPEN_PAYMENT, () -> claim(orderId));
    assertConflict(
        Subject.OPEN_PAYMENT, () -> run(stores -> stores.openPayments().claim(orderId, first)));
    assertThat(holder(orderId)).contains(first);
  }

  @Test
  void a_place_that_was_freed_may_be_taken_again() {
    OrderId orderId = given.orderId();
    PaymentId first = claim(orderId);
    run(stores -> stores.openPayments().release(orderId, first));
    assertThat(holder(orderId)).isEmpty();
    PaymentId second = claim(orderId);
    assertThat(holder(orderId)).contains(second);
  }

  @Test
  void a_place_is_freed_only_by_its_holder() {
    OrderId orderId = given.orderId();
    PaymentId holder = claim(orderId);
    run(stores -> stores.openPayments().release(orderId, given.paymentId()));
    assertThat(holder(orderId)).contains(holder);
  }

  @Test
  void a_place_may_pass_on_within_one_transaction() {
    OrderId orderId = given.orderId();
    PaymentId first = claim(orderId);
    PaymentId second = given.paymentId();
    run(
        stores -> {
          stores.openPayments().release(orderId, first);
          stores.openPayments().claim(orderId, second);
          assertThat(stores.openPayments().find(orderId)).contains(second);
        });
    assertThat(holder(orderId)).contains(second);
  }

  @Test
  void a_place_has_one_winner_in_a_race() {
    OrderId orderId = given.orderId();
    assertOneWins(
        Subject.OPEN_PAYMENT,
        race ->
            run(
                stores -> {
                  assertThat(stores.openPayments().find(orderId)).isEmpty();
                  race.standInLine();
                  stores.openPayments().claim(orderId, given.paymentId());
                }));
    assertThat(holder(orderId).isDefined()).isTrue();
  }

  @Test
  void places_are_listed_page_by_page_each_once() {
    Set<PaymentId> all = new HashSet<>();
    Map<PaymentId, OrderId> orders = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      OrderId orderId = given.orderId();
      PaymentId paymentId = given.paymentId();
      orders.put(paymentId, orderId);
      run(stores -> stores.openPayments().claim(orderId, paymentId));
    }
    List<PaymentId> page = readList(stores -> stores.openPayments().list(Option.none(), 2));
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      page.forEach(found -> assertThat(all.add(found)).isTrue());
      OrderId last = orders.get(page.getLast());
      page = readList(stores -> stores.openPayments().list(Option.some(last), 2));
    }
    assertThat(all).isEqualTo(orders.keySet());
  }
}
