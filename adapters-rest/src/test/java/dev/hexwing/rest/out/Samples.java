package dev.hexwing.rest.out;

import dev.hexwing.application.payments.PaymentProcessor.ChargeRequest;
import dev.hexwing.application.payments.PaymentProcessor.RefundRequest;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Money;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.UUID;

/** Requests and answers that tests share. */
final class Samples {

  static final String KEY = "sk_test_51NeverSeenAnywhere";
  static final PaymentId PAYMENT =
      new PaymentId(UUID.fromString("0199a1b2-0000-7000-8000-000000000001"));
  static final OrderId ORDER = new OrderId(UUID.fromString("0199a1b2-0000-7000-8000-000000000002"));
  static final RefundId REFUND =
      new RefundId(UUID.fromString("0199a1b2-0000-7000-8000-000000000003"));
  static final ProcessorReference CHARGE = new ProcessorReference("pi_1");
  static final CorrelationId CORRELATION = new CorrelationId("tap-1");

  private Samples() {}

  static ChargeRequest charge() {
    return charge(Money.ofMinor(5000, "EUR"));
  }

  static ChargeRequest charge(Money amount) {
    return new ChargeRequest(
        PAYMENT, ORDER, amount, new PaymentMethodToken("pm_card_visa"), CORRELATION);
  }

  static RefundRequest refund() {
    return refund(Money.ofMinor(5000, "EUR"));
  }

  static RefundRequest refund(Money amount) {
    return new RefundRequest(REFUND, PAYMENT, ORDER, CHARGE, amount, CORRELATION);
  }

  /** Patient enough for a busy machine, but for the tests that wait for a time-out. */
  static ProcessorSettings settings(ScriptedServer server) {
    return ProcessorSettings.of(server.url(), KEY)
        .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  static StripeProcessor processor(ScriptedServer server) {
    return new StripeProcessor(settings(server), new SimpleMeterRegistry());
  }

  static String intent(String status) {
    return intent("pi_1", status, "null");
  }

  static String intent(String id, String status, String lastError) {
    return """
    {"id":"%s","object":"payment_intent","status":"%s","amount":5000,"something_new":[1],\
    "last_payment_error":%s,"metadata":{"payment_id":"%s"}}\
    """
        .formatted(id, status, lastError, PAYMENT);
  }

  static String refund(String id, String status) {
    return refund(id, status, REFUND.toString());
  }

  static String refund(String id, String status, String refundId) {
    return """
    {"id":"%s","object":"refund","status":"%s","metadata":{"refund_id":"%s"}}\
    """
        .formatted(id, status, refundId);
  }

  static String error(String type, String code) {
    return """
    {"error":{"type":"%s","code":"%s","message":"Said the bank."}}\
    """
        .formatted(type, code);
  }

  static String found(String... intents) {
    return """
    {"object":"search_result","has_more":false,"data":[%s]}\
    """
        .formatted(String.join(",", intents));
  }

  static String list(boolean more, String... refunds) {
    return """
    {"object":"list","has_more":%s,"data":[%s]}\
    """
        .formatted(more, String.join(",", refunds));
  }
}
