package dev.hexwing.rest.in;

import dev.hexwing.domain.delivery.DroneId;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;

/** Where things are found; relative, because a proxy may stand in front. */
final class Paths {

  private Paths() {}

  static String order(OrderId orderId) {
    return "/v1/orders/" + orderId;
  }

  static String payment(PaymentId paymentId) {
    return "/v1/payments/" + paymentId;
  }

  static String drone(DroneId droneId) {
    return "/v1/drones/" + droneId;
  }

  static String problem(String code) {
    return "/problems/" + code;
  }
}
