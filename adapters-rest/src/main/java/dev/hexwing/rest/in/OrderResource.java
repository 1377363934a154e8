package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.ordering.CancelOrder;
import dev.hexwing.application.ordering.OrderView;
import dev.hexwing.application.ordering.OrderingRefusal;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.IdempotencyKey;
import io.helidon.http.HeaderNames;
import io.vavr.control.Option;
import java.util.List;

/** Orders over HTTP. */
final class OrderResource {

  private final UseCases useCases;

  OrderResource(UseCases useCases) {
    this.useCases = useCases;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/v1/orders", this::list),
        Route.post("/v1/orders", this::place),
        Route.get("/v1/orders/{orderId}", this::find),
        Route.post("/v1/orders/{orderId}/cancellation", this::cancel));
  }

  private Reply place(Call call) {
    Option<IdempotencyKey> key = call.optionalKey();
    var command =
        call.body(PlaceOrderRequest.class).command(call.principal(), key, call.correlationId());
    return call.tell(
        useCases.placeOrder().place(command),
        answered ->
            told(201, answered)
                .with(HeaderNames.LOCATION, Paths.order(answered.receipt().order().orderId())));
  }

  private Reply cancel(Call call) {
    OrderId orderId = orderId(call);
    Option<IdempotencyKey> key = call.optionalKey();
    String reason = call.body(ReasonRequest.class).checked();
    return call.tell(
        useCases
            .cancelOrder()
            .cancel(
                new CancelOrder.Command(
                    call.principal(),
                    key,
                    orderId,
                    new CancellationReason(reason),
                    call.correlationId())),
        answered -> told(200, answered));
  }

  private static Reply told(int status, Answered<Receipt.OfOrder> answered) {
    Receipt.OfOrder receipt = answered.receipt();
    return Reply.json(status, OrderBody.of(receipt.order(), receipt.total()))
        .replayed(answered.replayed());
  }

  private Reply find(Call call) {
    OrderId orderId = orderId(call);
    return call.tell(
        useCases
            .findOrder()
            .find(orderId)
            .toEither(() -> new OrderingRefusal.UnknownOrder(orderId)),
        view -> Reply.json(200, body(view)));
  }

  private Reply list(Call call) {
    PageQuery<OrderId> query = PageQuery.of(call, OrderId::parse);
    List<OrderView> found =
        query.fetch(useCases.listOrders()::list, view -> view.order().orderId());
    return Reply.json(
        200,
        Page.of(
            found,
            query.limit(),
            view -> PageQuery.encode(view.order().orderId()),
            OrderResource::body));
  }

  private static OrderBody body(OrderView view) {
    return OrderBody.of(view.order(), view.total());
  }

  /** The order that the path names; text that names none is as good as an unknown one. */
  static OrderId orderId(Call call) {
    return OrderId.parse(call.path("orderId"))
        .getOrElseThrow(
            () ->
                new RequestRefused(
                    Problem.of(404, "order.unknown", "there is no order of that name")));
  }
}
