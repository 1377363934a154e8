package dev.hexwing.domain.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.PaymentDeclined;
import dev.hexwing.domain.payments.PaymentEvent.PaymentOutcomeUnknown;
import dev.hexwing.domain.payments.PaymentEvent.PaymentRequested;
import dev.hexwing.domain.payments.PaymentEvent.PaymentWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.RefundConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.RefundDeclined;
import dev.hexwing.domain.payments.PaymentEvent.RefundOutcomeUnknown;
import dev.hexwing.domain.payments.PaymentEvent.RefundRequested;
import dev.hexwing.domain.payments.PaymentEvent.RefundWithdrawn;
import dev.hexwing.domain.payments.PaymentEvent.UnexpectedChargeFound;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import dev.hexwing.domain.shared.internal.Facts;
import dev.hexwing.domain.shared.internal.RecordReader;
import dev.hexwing.domain.shared.internal.Upcasts;
import java.util.Objects;
import java.util.Set;

/**
 * Payment events as records, and back, without loss.
 *
 * <pre>{@code
 * payment.drainEvents().forEach(event -> store.append(PaymentRecords.toRecord(event)));
 * Payment.reconstitute(store.read(id).stream().map(PaymentRecords::toEvent).toList());
 * }</pre>
 *
 * <p>Stateless, and safe for use by any number of threads.
 */
public final class PaymentRecords {

  /** What the names of this context's types begin with. */
  public static final String PREFIX = "dev.hexwing.payments.";

  private static final String REQUESTED = PREFIX + "payment-requested.v1";
  private static final String CONFIRMED = PREFIX + "payment-confirmed.v1";
  private static final String DECLINED = PREFIX + "payment-declined.v1";
  private static final String WITHDRAWN = PREFIX + "payment-withdrawn.v1";
  private static final String OUTCOME_UNKNOWN = PREFIX + "payment-outcome-unknown.v1";
  private static final String REFUND_REQUESTED = PREFIX + "refund-requested.v1";
  private static final String REFUND_CONFIRMED = PREFIX + "refund-confirmed.v1";
  private static final String REFUND_DECLINED = PREFIX + "refund-declined.v1";
  private static final String REFUND_WITHDRAWN = PREFIX + "refund-withdrawn.v1";
  private static final String REFUND_OUTCOME_UNKNOWN = PREFIX + "refund-outcome-unknown.v1";
  private static final String UNEXPECTED_CHARGE = PREFIX + "unexpected-charge-found.v1";

  /** The stable names of all types of this context. */
  public static final Set<String> TYPES =
      Set.of(
          REQUESTED,
          CONFIRMED,
          DECLINED,
          WITHDRAWN,
          OUTCOME_UNKNOWN,
          REFUND_REQUESTED,
          REFUND_CONFIRMED,
          REFUND_DECLINED,
          REFUND_WITHDRAWN,
          REFUND_OUTCOME_UNKNOWN,
          UNEXPECTED_CHARGE);

  private static final RecordReader<PaymentEvent> READER =
      new RecordReader<>(Upcasts.none(), PaymentRecords::read);

  private PaymentRecords() {}

  /** The record of an event. */
  public static EventRecord toRecord(PaymentEvent event) {
    Objects.requireNonNull(event, "event");
    return new EventRecord(type(event), facts(event).asMap(), event.metadata());
  }

  /**
   * The event of a record, of whatever version it is.
   *
   * @throws UnreadableEvent if its type is unknown to this release or a fact is missing or wrong
   */
  public static PaymentEvent toEvent(EventRecord record) {
    return READER.read(record);
  }

  /**
   * The stable name of an event's type, such as {@code dev.hexwing.payments.payment-confirmed.v1}.
   */
  public static String type(PaymentEvent event) {
    Objects.requireNonNull(event, "event");
    return switch (event) {
      case PaymentRequested requested -> REQUESTED;
      case PaymentConfirmed confirmed -> CONFIRMED;
      case PaymentDeclined declined -> DECLINED;
      case PaymentWithdrawn withdrawn -> WITHDRAWN;
      case PaymentOutcomeUnknown unknown -> OUTCOME_UNKNOWN;
      case RefundRequested requested -> REFUND_REQUESTED;
      case RefundConfirmed confirmed -> REFUND_CONFIRMED;
      case RefundDeclined declined -> REFUND_DECLINED;
      case RefundWithdrawn withdrawn -> REFUND_WITHDRAWN;
      case RefundOutcomeUnknown unknown -> REFUND_OUTCOME_UNKNOWN;
      case UnexpectedChargeFound found -> UNEXPECTED_CHARGE;
    };
  }

  private static Facts facts(PaymentEvent event) {
    Facts facts =
        Facts.none()
            .with("paymentId", event.paymentId().value())
            .with("orderId", event.orderId().value());
    return switch (event) {
      case PaymentRequested requested ->
          facts.with("amount", requested.amount()).with("method", requested.method().value());
      case PaymentConfirmed confirmed ->
          facts.with("amount", confirmed.amount()).with("reference", confirmed.reference().value());
      case PaymentDeclined declined -> declined(facts, declined.reason());
      case PaymentWithdrawn withdrawn -> facts.with("reason", withdrawn.reason());
      case PaymentOutcomeUnknown unknown -> facts.with("reason", unknown.reason());
      case RefundRequested requested ->
          refund(facts, requested.refundId())
              .with("amount", requested.amount())
              .with("charge", requested.charge().value());
      case RefundConfirmed confirmed ->
          refund(facts, confirmed.refundId())
              .with("amount", confirmed.amount())
              .with("reference", confirmed.reference().value());
      case RefundDeclined declined ->
          declined(refund(facts, declined.refundId()), declined.reason());
      case RefundWithdrawn withdrawn ->
          refund(facts, withdrawn.refundId()).with("reason", withdrawn.reason());
      case RefundOutcomeUnknown unknown ->
          refund(facts, unknown.refundId()).with("reason", unknown.reason());
      case UnexpectedChargeFound found ->
          facts.with("amount", found.amount()).with("reference", found.reference().value());
    };
  }

  private static PaymentEvent read(String type, EventMetadata metadata, Facts facts) {
    PaymentId payment = new PaymentId(facts.uuid("paymentId"));
    OrderId order = new OrderId(facts.uuid("orderId"));
    return switch (type) {
      case REQUESTED ->
          new PaymentRequested(
              metadata,
              payment,
              order,
              facts.money("amount"),
              new PaymentMethodToken(facts.text("method")));
      case CONFIRMED ->
          new PaymentConfirmed(metadata, payment, order, facts.money("amount"), reference(facts));
      case DECLINED -> new PaymentDeclined(metadata, payment, order, declined(facts));
      case WITHDRAWN -> new PaymentWithdrawn(metadata, payment, order, facts.text("reason"));
      case OUTCOME_UNKNOWN ->
          new PaymentOutcomeUnknown(metadata, payment, order, facts.text("reason"));
      case REFUND_REQUESTED ->
          new RefundRequested(
              metadata,
              payment,
              order,
              refund(facts),
              facts.money("amount"),
              new ProcessorReference(facts.text("charge")));
      case REFUND_CONFIRMED ->
          new RefundConfirmed(
              metadata, payment, order, refund(facts), facts.money("amount"), reference(facts));
      case REFUND_DECLINED ->
          new RefundDeclined(metadata, payment, order, refund(facts), declined(facts));
      case REFUND_WITHDRAWN ->
          new RefundWithdrawn(metadata, payment, order, refund(facts), facts.text("reason"));
      case REFUND_OUTCOME_UNKNOWN ->
          new RefundOutcomeUnknown(metadata, payment, order, refund(facts), facts.text("reason"));
      case UNEXPECTED_CHARGE ->
          new UnexpectedChargeFound(
              metadata, payment, order, facts.money("amount"), reference(facts));
      default -> throw UnreadableEvent.ofType(type);
    };
  }

  private static Facts refund(Facts facts, RefundId refundId) {
    return facts.with("refundId", refundId.value());
  }

  private static RefundId refund(Facts facts) {
    return new RefundId(facts.uuid("refundId"));
  }

  private static ProcessorReference reference(Facts facts) {
    return new ProcessorReference(facts.text("reference"));
  }

  private static Facts declined(Facts facts, DeclineReason reason) {
    return facts.with("declineCode", reason.code()).with("declineMessage", reason.message());
  }

  private static DeclineReason declined(Facts facts) {
    return new DeclineReason(facts.text("declineCode"), facts.text("declineMessage"));
  }
}
