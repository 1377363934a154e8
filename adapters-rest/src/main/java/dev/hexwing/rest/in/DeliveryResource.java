package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import dev.hexwing.application.delivery.CompleteDelivery;
import dev.hexwing.application.delivery.FailDelivery;
import dev.hexwing.domain.delivery.DeliveryId;
import dev.hexwing.domain.delivery.DeliverySnapshot;
import dev.hexwing.domain.delivery.DeliveryStatus;
import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.ordering.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deliveries over HTTP. */
final class DeliveryResource {

  private final UseCases useCases;

  DeliveryResource(UseCases useCases) {
    this.useCases = useCases;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/v1/orders/{orderId}/delivery", this::find),
        Route.post("/v1/deliveries/{deliveryId}/completion", this::complete),
        Route.post("/v1/deliveries/{deliveryId}/failure", this::fail));
  }

  private Reply find(Call call) {
    OrderId orderId = OrderResource.orderId(call);
    return useCases
        .findDelivery()
        .findByOrder(orderId)
        .map(DeliveryResource::found)
        .getOrElseThrow(() -> unknown("no delivery was asked for, for order " + orderId));
  }

  private Reply complete(Call call) {
    return call.tell(
        useCases
            .completeDelivery()
            .complete(new CompleteDelivery.Command(deliveryId(call), call.correlationId())),
        DeliveryResource::found);
  }

  private Reply fail(Call call) {
    DeliveryId deliveryId = deliveryId(call);
    Reason reason = new Reason(call.body(ReasonRequest.class).checked());
    return call.tell(
        useCases
            .failDelivery()
            .fail(new FailDelivery.Command(deliveryId, reason, call.correlationId())),
        DeliveryResource::found);
  }

  private static Reply found(DeliverySnapshot delivery) {
    return Reply.json(200, DeliveryBody.of(delivery));
  }

  /** The delivery that the path names; text that names none is as good as an unknown one. */
  private static DeliveryId deliveryId(Call call) {
    return DeliveryId.parse(call.path("deliveryId"))
        .getOrElseThrow(() -> unknown("there is no delivery of that name"));
  }

  private static RequestRefused unknown(String detail) {
    return new RequestRefused(Problem.of(404, "delivery.unknown", detail));
  }

  record DeliveryBody(
      String deliveryId,
      String orderId,
      DeliveryStatus status,
      @Nullable String droneId,
      int attempt,
      long grams,
      DropOffBody dropOff) {

    static DeliveryBody of(DeliverySnapshot delivery) {
      return new DeliveryBody(
          delivery.deliveryId().toString(),
          delivery.orderId().toString(),
          delivery.status(),
          delivery.droneId().map(DroneId::value).getOrNull(),
          delivery.attempt(),
          delivery.parcel().grams(),
          DropOffBody.of(delivery.parcel().dropOff()));
    }
  }
}
