package dev.hexwing.application.ordering;

import dev.hexwing.application.Ids;
import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.KeyedRequest;
import dev.hexwing.application.idempotency.KeyedTransaction;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.Order;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderLine;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.RequestFingerprint;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes orders, calls them off, and shows them. */
public final class OrderDesk {

  private final UnitOfWork unitOfWork;
  private final KeyedTransaction keyed;
  private final Catalog catalog;
  private final Ids ids;
  private final InstantSource clock;

  /** A desk over these ports. */
  public OrderDesk(UnitOfWork unitOfWork, Catalog catalog, Ids ids, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.keyed = new KeyedTransaction(unitOfWork);
    this.catalog = catalog;
    this.ids = ids;
    this.clock = clock;
  }

  /** Serves {@link PlaceOrder}. */
  public Either<DomainError, Answered<Receipt.OfOrder>> place(PlaceOrder.Command command) {
    Option<KeyedRequest> request =
        command
            .key()
            .map(
                key ->
                    new KeyedRequest(
                        command.principal(),
                        key,
                        RequestFingerprint.of(
                            "place-order", command.principal().name(), parts(command)),
                        command.correlationId()));
    return priced(command.items())
        .flatMap(
            lines ->
                keyed.run(request, Receipt.OfOrder.class, stores -> place(stores, command, lines)));
  }

  /** Serves {@link CancelOrder}. */
  public Either<DomainError, Answered<Receipt.OfOrder>> cancel(CancelOrder.Command command) {
    Option<KeyedRequest> request =
        command
            .key()
            .map(
                key ->
                    new KeyedRequest(
                        command.principal(),
                        key,
                        RequestFingerprint.of(
                            "cancel-order",
                            command.principal().name(),
                            command.orderId().toString(),
                            command.reason().text()),
                        command.correlationId()));
    return keyed.run(request, Receipt.OfOrder.class, stores -> cancel(stores, command));
  }

  /** Serves {@link FindOrder}. */
  public Option<OrderView> find(OrderId orderId) {
    return unitOfWork.read(stores -> stores.orders().find(orderId)).map(OrderView::of);
  }

  /** Serves {@link ListOrders}. */
  public List<OrderView> list(Option<OrderId> before, int limit) {
    return unitOfWork.read(stores -> stores.orderList().newestFirst(before, limit)).stream()
        .map(OrderView::of)
        .toList();
  }

  private Either<DomainError, Receipt.OfOrder> place(
      Stores stores, PlaceOrder.Command command, List<OrderLine> lines) {
    return Order.place(
            new OrderId(ids.next()),
            new CustomerId(command.principal().name()),
            lines,
            command.dropOff(),
            Occasion.of(clock.instant(), command.correlationId()))
        .peek(stores.orders()::save)
        .map(order -> receipt(order, command.correlationId()))
        .mapLeft(refusal -> refusal);
  }

  private Either<DomainError, Receipt.OfOrder> cancel(Stores stores, CancelOrder.Command command) {
    Option<Order> found = stores.orders().find(command.orderId());
    if (found.isEmpty()) {
      return Either.left(new OrderingRefusal.UnknownOrder(command.orderId()));
    }
    Order order = found.get();
    return order
        .cancel(command.reason(), Occasion.of(clock.instant(), command.correlationId()))
        .peek(cancelled -> stores.orders().save(order))
        .map(cancelled -> receipt(order, command.correlationId()))
        .mapLeft(refusal -> refusal);
  }

  private Either<DomainError, List<OrderLine>> priced(List<PlaceOrder.Item> items) {
    Map<Sku, Product> products =
        catalog.find(items.stream().map(PlaceOrder.Item::sku).collect(Collectors.toSet()));
    List<OrderLine> lines = new ArrayList<>(items.size());
    for (PlaceOrder.Item item : items) {
      Product product = products.get(item.sku());
      if (product == null) {
        return Either.left(new OrderingRefusal.UnknownProduct(item.sku()));
      }
      lines.add(new OrderLine(item.sku(), item.quantity(), product.unitPrice(), product.grams()));
    }
    return Either.right(lines);
  }

  private static Receipt.OfOrder receipt(Order order, CorrelationId correlationId) {
    return new Receipt.OfOrder(order.snapshot(), order.total(), correlationId);
  }

  private static String[] parts(PlaceOrder.Command command) {
    List<String> parts = new ArrayList<>();
    for (PlaceOrder.Item item : command.items()) {
      parts.add(item.sku().value());
      parts.add(Integer.toString(item.quantity().value()));
    }
    parts.add(Double.toString(command.dropOff().latitude()));
    parts.add(Double.toString(command.dropOff().longitude()));
    return parts.toArray(String[]::new);
  }
}
