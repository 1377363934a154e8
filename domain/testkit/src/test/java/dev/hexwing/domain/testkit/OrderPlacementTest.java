package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderEvent;
import dev.hexwing.domain.ordering.OrderEvent.OrderPlaced;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.OrderRefusal;
import dev.hexwing.domain.ordering.OrderRefusal.DuplicateSku;
import dev.hexwing.domain.ordering.OrderRefusal.LineCountOutOfRange;
import dev.hexwing.domain.ordering.OrderRefusal.MixedCurrencies;
import dev.hexwing.domain.ordering.OrderRefusal.TotalTooLarge;
import dev.hexwing.domain.ordering.OrderStatus;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.testkit.OrderLives.Placement;
import io.vavr.control.Either;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
class OrderPlacementTest {

  @Property
  void an_order_of_1_to_100_lines_is_placed_with_one_event(@ForAll("placements") Placement wanted) {
    Order order = wanted.place();
    Cases.met(
        "lines", 5, wanted.lines().size() == Order.MOST_LINES ? "most" : "fewer", "most", "fewer");
    assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
    assertThat(order.lines()).isEqualTo(wanted.lines());
    assertThat(order.paymentId().isEmpty()).isTrue();
    List<OrderEvent> events = order.drainEvents();
    assertThat(events).hasSize(1);
    OrderPlaced placed = (OrderPlaced) events.get(0);
    assertThat(placed.total()).isEqualTo(order.total());
    assertThat(placed.lines()).isEqualTo(wanted.lines());
    assertThat(placed.customerId()).isEqualTo(wanted.customerId());
    assertThat(placed.dropOff()).isEqualTo(wanted.dropOff());
    assertThat(placed.version().value()).isEqualTo(1);
    assertThat(placed.occurredAt()).isEqualTo(wanted.occasion().at());
    assertThat(placed.correlationId()).isEqualTo(wanted.occasion().correlationId());
  }

  @Property
  void the_total_is_the_exact_sum_of_the_lines(@ForAll("placements") Placement wanted) {
    BigInteger exact = BigInteger.ZERO;
    BigInteger grams = BigInteger.ZERO;
    for (OrderLine line : wanted.lines()) {
      BigInteger quantity = BigInteger.valueOf(line.quantity().value());
      exact = exact.add(quantity.multiply(BigInteger.valueOf(line.unitPrice().amountMinor())));
      grams = grams.add(quantity.multiply(BigInteger.valueOf(line.unitGrams())));
    }
    Order order = wanted.place();
    assertThat(BigInteger.valueOf(order.total().amountMinor())).isEqualTo(exact);
    assertThat(order.total().currency()).isEqualTo(wanted.lines().get(0).unitPrice().currency());
    assertThat(BigInteger.valueOf(order.grams())).isEqualTo(grams);
  }

  @Property
  void no_lines_or_more_than_100_are_refused(
      @ForAll("placements") Placement wanted, @ForAll("tooManyLines") List<OrderLine> tooMany) {
    assertThat(refusal(wanted, List.of())).isEqualTo(new LineCountOutOfRange(0));
    assertThat(refusal(wanted, tooMany)).isEqualTo(new LineCountOutOfRange(tooMany.size()));
  }

  @Property
  void no_product_stands_on_two_lines(
      @ForAll("fewLines") Placement wanted, @ForAll int one, @ForAll int other) {
    List<OrderLine> lines = new ArrayList<>(wanted.lines());
    OrderLine again = lines.get(Math.floorMod(one, lines.size()));
    lines.add(
        Math.floorMod(other, lines.size() + 1),
        new OrderLine(again.sku(), new Quantity(1), again.unitPrice(), 1));
    assertThat(refusal(wanted, lines)).isEqualTo(new DuplicateSku(again.sku()));
  }

  @Property
  void an_order_has_one_currency(@ForAll("fewLines") Placement wanted, @ForAll int place) {
    List<OrderLine> lines = new ArrayList<>(wanted.lines());
    Currency first = lines.get(0).unitPrice().currency();
    Money price = Money.ofMinor(1, first.getCurrencyCode().equals("EUR") ? "USD" : "EUR");
    Sku sku = new Sku("A".repeat(40));
    lines.add(
        1 + Math.floorMod(place, lines.size()), new OrderLine(sku, new Quantity(1), price, 1));
    assertThat(refusal(wanted, lines)).isEqualTo(new MixedCurrencies(first, price.currency()));
  }

  @Property
  void a_total_beyond_what_can_be_counted_is_refused(
      @ForAll("fewLines") Placement wanted,
      @ForAll @LongRange(min = Long.MAX_VALUE / 999 + 1) long dear) {
    List<OrderLine> lines = new ArrayList<>(wanted.lines());
    Currency currency = lines.get(0).unitPrice().currency();
    lines.add(
        new OrderLine(new Sku("A".repeat(40)), new Quantity(999), new Money(dear, currency), 1));
    assertThat(refusal(wanted, lines)).isEqualTo(new TotalTooLarge(currency));
  }

  @Property
  void a_quantity_is_1_to_999(@ForAll @IntRange(min = -5_000, max = 5_000) int count) {
    boolean fine = count >= 1 && count <= 999;
    Cases.met("fine", 10, fine, true, false);
    if (fine) {
      assertThat(new Quantity(count).value()).isEqualTo(count);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(count));
    }
  }

  @Property
  void a_unit_price_is_above_zero(
      @ForAll("lines") OrderLine line,
      @ForAll @LongRange(min = Long.MIN_VALUE, max = 0) long price) {
    Money nothing = new Money(price, line.unitPrice().currency());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderLine(line.sku(), line.quantity(), nothing, line.unitGrams()));
  }

  @Property
  void a_product_weighs_something(
      @ForAll("lines") OrderLine line,
      @ForAll @IntRange(min = Integer.MIN_VALUE, max = 0) int grams) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderLine(line.sku(), line.quantity(), line.unitPrice(), grams));
  }

  @Property
  void a_sku_has_1_to_40_capital_letters_digits_and_marks(@ForAll("skuTexts") String text) {
    boolean fine = text.matches("[A-Z0-9][A-Z0-9._-]{0,39}");
    Cases.met("fine", 20, fine, true, false);
    assertThat(Sku.of(text).isRight()).isEqualTo(fine);
    if (fine) {
      assertThat(new Sku(text)).isEqualTo(Sku.of(text).get());
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new Sku(text));
    }
  }

  @Property
  void the_caller_cannot_change_the_lines_afterwards(@ForAll("fewLines") Placement wanted) {
    List<OrderLine> mine = new ArrayList<>(wanted.lines());
    Order order =
        Order.place(
                wanted.orderId(), wanted.customerId(), mine, wanted.dropOff(), wanted.occasion())
            .get();
    mine.clear();
    assertThat(order.lines()).isEqualTo(wanted.lines()).isUnmodifiable();
  }

  private static OrderRefusal refusal(Placement wanted, List<OrderLine> lines) {
    Either<OrderRefusal, Order> answer =
        Order.place(
            wanted.orderId(), wanted.customerId(), lines, wanted.dropOff(), wanted.occasion());
    return answer.getLeft();
  }

  @Provide
  Arbitrary<Placement> placements() {
    return OrderLives.placements();
  }

  @Provide
  Arbitrary<Placement> fewLines() {
    return OrderLives.placements()
        .map(
            all ->
                new Placement(
                    all.orderId(),
                    all.customerId(),
                    all.lines().subList(0, Math.min(5, all.lines().size())),
                    all.dropOff(),
                    all.occasion()))
        .filter(few -> few.lines().stream().noneMatch(line -> line.sku().value().matches("A{40}")));
  }

  @Provide
  Arbitrary<List<OrderLine>> tooManyLines() {
    return OrderingValues.orderLines(101, 130);
  }

  @Provide
  Arbitrary<OrderLine> lines() {
    return OrderingValues.orderLine();
  }

  @Provide
  Arbitrary<String> skuTexts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(3),
        OrderingValues.skus().map(Sku::value),
        Arbitraries.strings().withCharRange('A', 'Z').withChars("0._- a\n").ofMaxLength(45));
  }
}
