package dev.hexwing.rest.in;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hexwing.application.payments.ProcessorNotice;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.shared.CorrelationId;
import io.vavr.control.Option;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A notice in the processor's own form. */
record ProcessorEventRequest(
    @NotBlank @Size(max = 190) @Nullable String id,
    @NotBlank @Nullable String type,
    @Required @Valid @Nullable Data data) {

  record Data(@Required @Valid @Nullable Subject object) {}

  /**
   * What the notice is about: a charge, or a refund that names its charge.
   *
   * @param paymentIntent the charge of a refund
   */
  record Subject(
      @NotBlank @Size(max = 255) @Nullable String id,
      @JsonProperty("payment_intent") @Nullable String paymentIntent,
      @Nullable Map<String, String> metadata) {

    private Option<PaymentId> payment() {
      return Option.of(metadata)
          .flatMap(all -> Option.of(all.get("payment_id")))
          .flatMap(PaymentId::parse);
    }

    private ProcessorReference charge() {
      return new ProcessorReference(
          paymentIntent == null || paymentIntent.isBlank()
              ? Objects.requireNonNull(id)
              : paymentIntent);
    }
  }

  /** The notice in our words; none if it is of a kind, or about a charge, that is not ours. */
  Option<ProcessorNotice> notice(CorrelationId correlationId) {
    Fields.check(this).refuseIfAny();
    Subject subject = Objects.requireNonNull(Objects.requireNonNull(data).object());
    return kind()
        .flatMap(
            kind ->
                subject
                    .payment()
                    .map(
                        payment ->
                            new ProcessorNotice(
                                Objects.requireNonNull(id),
                                payment,
                                kind,
                                subject.charge(),
                                correlationId)));
  }

  private Option<ProcessorNotice.Kind> kind() {
    return switch (Objects.requireNonNull(type)) {
      case "payment_intent.succeeded" -> Option.some(ProcessorNotice.Kind.CHARGED);
      case "payment_intent.payment_failed" -> Option.some(ProcessorNotice.Kind.NOT_CHARGED);
      case "refund.updated", "charge.refunded" -> Option.some(ProcessorNotice.Kind.REFUND_CHANGED);
      default -> Option.none();
    };
  }
}
