package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import dev.hexwing.application.payments.PayRefusal;
import dev.hexwing.application.payments.RefundPayment;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/** Payments and refunds over HTTP. */
final class PaymentResource {

  private final UseCases useCases;
  private final Receipts receipts;

  PaymentResource(UseCases useCases, Receipts receipts) {
    this.useCases = useCases;
    this.receipts = receipts;
  }

  List<Route> routes() {
    return List.of(
        Route.money("/v1/payments", this::pay),
        Route.get("/v1/payments/{paymentId}", this::find),
        Route.operations("/v1/operations/payments", this::list),
        Route.get("/v1/payments/{paymentId}/events", this::history),
        Route.money("/v1/payments/{paymentId}/refunds", this::refund));
  }

  private Reply pay(Call call) {
    IdempotencyKey key = call.requiredKey();
    var command = call.body(PayRequest.class).command(call.principal(), key, call.correlationId());
    return call.tell(useCases.payForOrder().pay(command), receipts::ofPayment);
  }

  private Reply refund(Call call) {
    PaymentId paymentId = paymentId(call);
    IdempotencyKey key = call.requiredKey();
    Money amount = call.body(RefundRequest.class).money();
    return call.tell(
        useCases
            .refundPayment()
            .refund(
                new RefundPayment.Command(
                    call.principal(), key, paymentId, amount, call.correlationId())),
        receipts::ofRefund);
  }

  private Reply find(Call call) {
    PaymentId paymentId = paymentId(call);
    return call.tell(
        useCases
            .findPayment()
            .find(paymentId)
            .toEither(() -> new PayRefusal.UnknownPayment(paymentId)),
        payment -> Reply.json(200, PaymentDetails.of(payment)));
  }

  private Reply list(Call call) {
    PageQuery<OrderId> query = PageQuery.of(call, OrderId::parse);
    List<PaymentSnapshot> found =
        query.fetch(useCases.listPayments()::list, PaymentSnapshot::orderId);
    return Reply.json(
        200,
        Page.of(
            found,
            query.limit(),
            payment -> PageQuery.encode(payment.orderId()),
            PaymentDetails::of));
  }

  private Reply history(Call call) {
    PaymentId paymentId = paymentId(call);
    Fields fields = new Fields();
    Option<String> asked = call.query("asOf");
    Option<Instant> asOf = fields.read("asOf", asked.getOrNull(), Times.named("asOf"));
    fields.refuseIfAny();
    return call.tell(
        useCases
            .showPaymentHistory()
            .history(paymentId, asOf)
            .toEither(() -> new PayRefusal.UnknownPayment(paymentId)),
        events -> Reply.json(200, History.of(paymentId, events)));
  }

  /** The payment that the path names; text that names none is as good as an unknown one. */
  static PaymentId paymentId(Call call) {
    return PaymentId.parse(call.path("paymentId"))
        .getOrElseThrow(
            () ->
                new RequestRefused(
                    Problem.of(404, "payment.unknown", "there is no payment of that name")));
  }

  record History(String paymentId, List<PaymentEventBody> items) {
    static History of(PaymentId paymentId, List<PaymentEvent> events) {
      return new History(paymentId.toString(), events.stream().map(PaymentEventBody::of).toList());
    }
  }
}
