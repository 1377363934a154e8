package dev.hexwing.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.hexwing.domain.ordering.OrderEvent.OrderCancelled;
import dev.hexwing.domain.ordering.OrderRefusal.AlreadyPaid;
import dev.hexwing.domain.ordering.OrderRefusal.LineCountOutOfRange;
import dev.hexwing.domain.ordering.OrderRefusal.TotalTooLarge;
import dev.hexwing.domain.ordering.OrderRefusal.WrongStatus;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final Occasion NOW =
      Occasion.of(Instant.parse("2026-03-01T10:04:00Z"), new CorrelationId("tap-1"));
  private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 1));
  private static final PaymentId OTHER = new PaymentId(new UUID(0, 2));
  private static final CancellationReason WHY = new CancellationReason("changed my mind");

  @Nested
  class Placing {

    @Test
    void a_hundred_lines_are_taken_and_a_hundred_and_one_refused() {
      assertThat(place(lines(100, 5)).get().lines()).hasSize(100);
      assertThat(place(lines(101, 5)).getLeft()).isEqualTo(new LineCountOutOfRange(101));
    }

    @Test
    void two_coffees_at_25_euros_cost_50() {
      OrderLine coffee =
          new OrderLine(new Sku("COFFEE-250"), new Quantity(2), Money.ofMinor(2_500, "EUR"), 250);
      Order order = place(List.of(coffee)).get();
      assertThat(order.total()).hasToString("EUR 50.00");
      assertThat(order.grams()).isEqualTo(500);
    }

    @Test
    void dinars_keep_their_three_decimals_and_yen_none() {
      assertThat(place(List.of(line("TEA", 1_234, "BHD"))).get().total()).hasToString("BHD 1.234");
      assertThat(place(List.of(line("TEA", 1_234, "JPY"))).get().total()).hasToString("JPY 1234");
    }

    @Test
    void the_largest_total_is_counted_and_one_more_cent_refused() {
      OrderLine dear = line("DEAR", Long.MAX_VALUE - 1, "EUR");
      assertThat(place(List.of(dear, line("ONE", 1, "EUR"))).get().total().amountMinor())
          .isEqualTo(Long.MAX_VALUE);
      assertThat(place(List.of(dear, line("TWO", 2, "EUR"))).getLeft())
          .isInstanceOf(TotalTooLarge.class);
    }
  }

  @Nested
  class Paying {

    @Test
    void a_cent_less_or_more_does_not_pay() {
      Order order = order();
      for (long minor : List.of(4_999L, 5_001L)) {
        assertThat(order.confirmPayment(PAYMENT, Money.ofMinor(minor, "EUR"), NOW).getLeft())
            .extracting(OrderRefusal::message)
            .asString()
            .contains("costs EUR 50.00");
      }
      assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void the_same_figure_in_another_currency_does_not_pay() {
      assertThat(order().confirmPayment(PAYMENT, Money.ofMinor(5_000, "USD"), NOW).isLeft())
          .isTrue();
    }

    @Test
    void a_paid_order_names_its_payment_to_every_other_one_even_when_delivered() {
      Order order = paid();
      order.markDispatched(NOW).get();
      order.markDelivered(NOW).get();
      assertThat(order.confirmPayment(OTHER, order.total(), NOW).getLeft())
          .isEqualTo(new AlreadyPaid(PAYMENT));
    }

    @Test
    void a_call_that_fails_on_an_absent_argument_changes_nothing() {
      Order order = order();
      OrderSnapshot before = order.snapshot();
      assertThatNullPointerException()
          .isThrownBy(() -> order.confirmPayment(PAYMENT, order.total(), absent()));
      assertThatNullPointerException()
          .isThrownBy(() -> order.confirmPayment(absent(), order.total(), NOW));
      assertThatNullPointerException().isThrownBy(() -> order.cancel(WHY, absent()));
      assertThat(order.snapshot()).isEqualTo(before);
      assertThat(order.drainEvents()).hasSize(1);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T absent() {
      return null;
    }
  }

  @Nested
  class Cancelling {

    @Test
    void a_paid_order_asks_for_its_payment_back_and_once() {
      Order order = paid();
      OrderCancelled cancelled = order.cancel(WHY, NOW).get();
      assertThat(cancelled.refundDue().get()).isEqualTo(PAYMENT);
      assertThat(order.cancel(WHY, NOW).getLeft())
          .isEqualTo(new WrongStatus("cancel", OrderStatus.CANCELLED));
    }

    @Test
    void an_unpaid_order_asks_for_nothing_back() {
      assertThat(order().cancel(WHY, NOW).get().refundDue().isEmpty()).isTrue();
    }

    @Test
    void a_dispatched_order_is_not_cancelled() {
      Order order = paid();
      order.markDispatched(NOW).get();
      assertThat(order.cancel(WHY, NOW).getLeft())
          .isEqualTo(new WrongStatus("cancel", OrderStatus.DISPATCHED));
    }

    @Test
    void a_cancelled_order_is_not_paid_late() {
      Order order = order();
      order.cancel(WHY, NOW).get();
      assertThat(order.confirmPayment(PAYMENT, order.total(), NOW).getLeft())
          .isEqualTo(new WrongStatus("pay", OrderStatus.CANCELLED));
    }
  }

  @Nested
  class Names {

    @Test
    void are_read_in_their_full_form_only() {
      String text = "8e03978e-40d5-43dd-bc93-6894a57f9324";
      assertThat(OrderId.parse(text).get()).hasToString(text);
      assertThat(OrderId.parse("8E03978E-40D5-43DD-BC93-6894A57F9324").get()).hasToString(text);
      for (String other : List.of("", "1-1-1-1-1", text + "0", "A47", text.substring(1))) {
        assertThat(OrderId.parse(other).isEmpty()).isTrue();
      }
    }
  }

  private static Order order() {
    return place(List.of(line("COFFEE-250", 5_000, "EUR"))).get();
  }

  private static Order paid() {
    Order order = order();
    order.confirmPayment(PAYMENT, order.total(), NOW).get();
    return order;
  }

  private static List<OrderLine> lines(int count, long price) {
    return IntStream.range(0, count).mapToObj(i -> line("SKU-" + i, price, "EUR")).toList();
  }

  private static OrderLine line(String sku, long price, String currency) {
    return new OrderLine(new Sku(sku), new Quantity(1), Money.ofMinor(price, currency), 250);
  }

  private static Either<OrderRefusal, Order> place(List<OrderLine> lines) {
    return Order.place(
        new OrderId(new UUID(0, 1)), new CustomerId("c1"), lines, new DropOff(52.52, 13.405), NOW);
  }
}
