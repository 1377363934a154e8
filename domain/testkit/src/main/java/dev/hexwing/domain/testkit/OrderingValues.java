package dev.hexwing.domain.testkit;

import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.Money;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary values of ordering, valid by construction. */
public final class OrderingValues {

  /** The dearest unit price: 100 lines of 999 at this price can still be counted. */
  public static final long DEAREST_UNIT =
      Long.MAX_VALUE / ((long) Order.MOST_LINES * Quantity.MOST);

  private OrderingValues() {}

  /** Names of orders. */
  public static Arbitrary<OrderId> orderIds() {
    return SharedValues.uuids(OrderId::new);
  }

  /** Names of customers. */
  public static Arbitrary<CustomerId> customerIds() {
    return Texts.words(100).map(CustomerId::new);
  }

  /** Products, from one character to forty. */
  public static Arbitrary<Sku> skus() {
    return Texts.of(Texts.CAPITALS, Texts.CAPITALS + "._-", 40).map(Sku::new);
  }

  /** 1 to 999 of something. */
  public static Arbitrary<Quantity> quantities() {
    return Arbitraries.integers().between(Quantity.LEAST, Quantity.MOST).map(Quantity::new);
  }

  /** Places on Earth, the poles and the date line among them. */
  public static Arbitrary<DropOff> dropOffs() {
    return Combinators.combine(
            Arbitraries.doubles().between(-90, 90), Arbitraries.doubles().between(-180, 180))
        .as(DropOff::new);
  }

  /** Why an order is called off. */
  public static Arbitrary<CancellationReason> cancellationReasons() {
    return Texts.words(200).map(CancellationReason::new);
  }

  /** Lines in any currency. */
  public static Arbitrary<OrderLine> orderLine() {
    return Combinators.combine(SharedValues.currencies(), euroLines()).as(OrderingValues::in);
  }

  /** 1 to 100 lines in one currency, no product twice: what {@link Order#place} takes. */
  public static Arbitrary<List<OrderLine>> orderLines() {
    return Arbitraries.frequencyOf(
        Tuple.of(10, orderLines(1, 5)),
        Tuple.of(1, orderLines(1, Order.MOST_LINES)),
        Tuple.of(1, orderLines(Order.MOST_LINES, Order.MOST_LINES)));
  }

  /** So many lines in one currency, no product twice; more than 100 are for refusals. */
  public static Arbitrary<List<OrderLine>> orderLines(int fewest, int most) {
    Arbitrary<List<OrderLine>> lines =
        euroLines().list().uniqueElements(OrderLine::sku).ofMinSize(fewest).ofMaxSize(most);
    return Combinators.combine(SharedValues.currencies(), lines)
        .as((currency, all) -> all.stream().map(line -> in(currency, line)).toList());
  }

  private static Arbitrary<OrderLine> euroLines() {
    return Combinators.combine(
            skus(),
            quantities(),
            Arbitraries.longs().between(1, DEAREST_UNIT),
            Arbitraries.integers().between(1, Integer.MAX_VALUE))
        .as(
            (sku, quantity, price, grams) ->
                new OrderLine(sku, quantity, Money.ofMinor(price, "EUR"), grams));
  }

  private static OrderLine in(Currency currency, OrderLine line) {
    return new OrderLine(
        line.sku(),
        line.quantity(),
        new Money(line.unitPrice().amountMinor(), currency),
        line.unitGrams());
  }
}
