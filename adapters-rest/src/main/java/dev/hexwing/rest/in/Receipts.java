package dev.hexwing.rest.in;

import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.RefundStatus;
import dev.hexwing.domain.shared.Money;
import io.helidon.http.HeaderNames;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * Tells what came of a request for money.
 *
 * <p>The answer depends on the receipt alone, so whoever asks again reads the same bytes.
 */
final class Receipts {

  private static final String WITHDRAWN = "the request did not reach the processor; no money moved";

  private final Duration retryAfter;

  Receipts(Duration retryAfter) {
    this.retryAfter = retryAfter;
  }

  Reply ofPayment(Answered<Receipt.OfPayment> answered) {
    return payment(answered.receipt()).replayed(answered.replayed());
  }

  Reply ofRefund(Answered<Receipt.OfRefund> answered) {
    return refund(answered.receipt()).replayed(answered.replayed());
  }

  private Reply payment(Receipt.OfPayment receipt) {
    return switch (receipt.status()) {
      case CONFIRMED, PARTLY_REFUNDED, REFUNDED ->
          created(PaymentBody.of(receipt), receipt.paymentId());
      case REQUESTED, OUTCOME_UNKNOWN -> accepted(PaymentBody.of(receipt), receipt.paymentId());
      case DECLINED ->
          declined(
              ProblemCodes.PAYMENT_DECLINED,
              "the payment was declined",
              receipt.declineReason(),
              receipt.paymentId(),
              receipt);
      case WITHDRAWN -> withdrawn(receipt.paymentId(), receipt);
    };
  }

  private Reply refund(Receipt.OfRefund receipt) {
    return switch (receipt.status()) {
      case CONFIRMED -> created(RefundBody.of(receipt), receipt.paymentId());
      case REQUESTED, OUTCOME_UNKNOWN -> accepted(RefundBody.of(receipt), receipt.paymentId());
      case DECLINED ->
          declined(
              ProblemCodes.REFUND_DECLINED,
              "the refund was declined",
              receipt.declineReason(),
              receipt.paymentId(),
              receipt);
      case WITHDRAWN -> withdrawn(receipt.paymentId(), receipt);
    };
  }

  private static Reply created(Object body, PaymentId paymentId) {
    return Reply.json(201, body).with(HeaderNames.LOCATION, Paths.payment(paymentId));
  }

  private Reply accepted(Object body, PaymentId paymentId) {
    return Reply.json(202, body)
        .with(HeaderNames.LOCATION, Paths.payment(paymentId))
        .with(RetryAfter.header(retryAfter));
  }

  private static Reply declined(
      String code,
      String what,
      Option<DeclineReason> reason,
      PaymentId paymentId,
      Receipt receipt) {
    String why = reason.map(DeclineReason::message).filter(text -> !text.isBlank()).getOrElse("");
    return Problem.of(402, code, why.isEmpty() ? what : what + ": " + why)
        .declined(reason.map(DeclineReason::code).getOrElse("unknown"))
        .about(paymentId)
        .reply(receipt.correlationId());
  }

  private Reply withdrawn(PaymentId paymentId, Receipt receipt) {
    return Problem.of(503, ProblemCodes.PROCESSOR_UNAVAILABLE, WITHDRAWN)
        .retryAfter(retryAfter)
        .told(Outcome.FINAL, Retry.NEW_KEY)
        .about(paymentId)
        .reply(receipt.correlationId());
  }

  static Outcome outcome(PaymentStatus status) {
    return status.isFinal() ? Outcome.FINAL : Outcome.UNKNOWN;
  }

  static Retry retry(PaymentStatus status) {
    return switch (status) {
      case CONFIRMED, PARTLY_REFUNDED, REFUNDED -> Retry.NONE;
      case REQUESTED, OUTCOME_UNKNOWN -> Retry.SAME_KEY;
      case DECLINED, WITHDRAWN -> Retry.NEW_KEY;
    };
  }

  /** A payment as it is told to whoever asked for it. */
  record PaymentBody(
      String paymentId,
      String orderId,
      PaymentStatus status,
      long amount,
      String currency,
      long refunded,
      Outcome outcome,
      Retry retry) {

    static PaymentBody of(Receipt.OfPayment receipt) {
      Money amount = receipt.amount();
      return new PaymentBody(
          receipt.paymentId().toString(),
          receipt.orderId().toString(),
          receipt.status(),
          amount.amountMinor(),
          amount.currency().getCurrencyCode(),
          receipt.refunded().amountMinor(),
          Receipts.outcome(receipt.status()),
          Receipts.retry(receipt.status()));
    }
  }

  /** A refund as it is told to whoever asked for it. */
  record RefundBody(
      String refundId,
      String paymentId,
      String orderId,
      RefundStatus status,
      long amount,
      String currency,
      Outcome outcome,
      Retry retry) {

    static RefundBody of(Receipt.OfRefund receipt) {
      boolean isFinal = receipt.status().isFinal();
      return new RefundBody(
          receipt.refundId().toString(),
          receipt.paymentId().toString(),
          receipt.orderId().toString(),
          receipt.status(),
          receipt.amount().amountMinor(),
          receipt.amount().currency().getCurrencyCode(),
          isFinal ? Outcome.FINAL : Outcome.UNKNOWN,
          isFinal ? Retry.NONE : Retry.SAME_KEY);
    }
  }
}
