package dev.hexwing.rest.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.Money;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a payment; what does not apply to its type is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentEventBody(
    String eventId,
    String type,
    long version,
    String occurredAt,
    String correlationId,
    @Nullable String causationId,
    @Nullable MoneyBody amount,
    @Nullable String refundId,
    @Nullable String processorReference,
    @Nullable String reason) {

  static PaymentEventBody of(PaymentEvent event) {
    return switch (event) {
      case PaymentEvent.PaymentRequested e -> body(e, e.amount(), null, null, null);
      case PaymentEvent.PaymentConfirmed e -> body(e, e.amount(), null, e.reference(), null);
      case PaymentEvent.PaymentDeclined e -> body(e, null, null, null, words(e.reason()));
      case PaymentEvent.PaymentWithdrawn e -> body(e, null, null, null, e.reason());
      case PaymentEvent.PaymentOutcomeUnknown e -> body(e, null, null, null, e.reason());
      case PaymentEvent.RefundRequested e -> body(e, e.amount(), e.refundId(), e.charge(), null);
      case PaymentEvent.RefundConfirmed e -> body(e, e.amount(), e.refundId(), e.reference(), null);
      case PaymentEvent.RefundDeclined e -> body(e, null, e.refundId(), null, words(e.reason()));
      case PaymentEvent.RefundWithdrawn e -> body(e, null, e.refundId(), null, e.reason());
      case PaymentEvent.RefundOutcomeUnknown e -> body(e, null, e.refundId(), null, e.reason());
      case PaymentEvent.UnexpectedChargeFound e -> body(e, e.amount(), null, e.reference(), null);
    };
  }

  private static String words(DeclineReason reason) {
    return reason.code();
  }

  private static PaymentEventBody body(
      PaymentEvent event,
      @Nullable Money amount,
      @Nullable RefundId refundId,
      @Nullable ProcessorReference reference,
      @Nullable String reason) {
    EventMetadata metadata = event.metadata();
    return new PaymentEventBody(
        metadata.eventId().value(),
        event.getClass().getSimpleName(),
        metadata.version().value(),
        metadata.occurredAt().toString(),
        metadata.correlationId().value(),
        metadata.causationId().map(cause -> cause.cause().value()).getOrNull(),
        amount == null ? null : MoneyBody.of(amount),
        refundId == null ? null : refundId.toString(),
        reference == null ? null : reference.value(),
        reason);
  }
}
