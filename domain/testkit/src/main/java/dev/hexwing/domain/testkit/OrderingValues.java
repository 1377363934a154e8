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
    return SharedValues.words(100).map(CustomerId::new);
  }

  /** Products, from one character to forty. */
  public static Arbitrary<Sku> skus() {
    Arbitrary<Character> first = Arbitraries.chars().range('A', 'Z').range('0', '9');
    Arbitrary<String> rest =
        Arbitraries.strings()
            .withCharRange('A', 'Z')
            .withCharRange('0', '9')
            .withChars("._-")
            .ofMaxLength(39);
    return Combinators.combine(first, rest).as((begin, end) -> new Sku(begin + end));
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
    return SharedValues.words(200).map(CancellationReason::new);
  }

  /** A line in a currency. */
  public static Arbitrary<OrderLine> orderLinesIn(Currency currency) {
    return Combinators.combine(
            skus(),
            quantities(),
            Arbitraries.longs().between(1, DEAREST_UNIT).map(minor -> new Money(minor, currency)),
            Arbitraries.integers().between(1, Integer.MAX_VALUE))
        .as(OrderLine::new);
  }

  /** 1 to 100 lines in one currency, no product twice: what {@link Order#place} takes. */
  public static Arbitrary<List<OrderLine>> orderLines() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, orderLines(1, 5)),
        Tuple.of(1, orderLines(1, Order.MOST_LINES)),
        Tuple.of(1, orderLines(Order.MOST_LINES, Order.MOST_LINES)));
  }

  /** So many lines in one currency, no product twice; more than 100 are for refusals. */
  public static Arbitrary<List<OrderLine>> orderLines(int fewest, int most) {
    return SharedValues.currencies()
        .flatMap(
            currency ->
                orderLinesIn(currency)
                    .list()
                    .uniqueElements(OrderLine::sku)
                    .ofMinSize(fewest)
                    .ofMaxSize(most));
  }
}
