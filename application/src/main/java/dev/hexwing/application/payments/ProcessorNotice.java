package dev.hexwing.application.payments;

import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.shared.CorrelationId;
import java.util.Objects;

/**
 * Something that the processor says by itself about a charge of ours.
 *
 * @param noticeId the processor's name of the notice, 1 to 190 characters; the same id is the same
 *     notice
 * @param paymentId the payment that it is about
 * @param kind what is said
 * @param reference the processor's name of the charge
 * @param correlationId what the handling of it is known by
 */
public record ProcessorNotice(
    String noticeId,
    PaymentId paymentId,
    Kind kind,
    ProcessorReference reference,
    CorrelationId correlationId) {

  /** What can be said. */
  public enum Kind {
    /** The customer was charged. */
    CHARGED,
    /** The charge was declined. */
    NOT_CHARGED,
    /** A refund of the charge changed. */
    REFUND_CHANGED
  }

  /** Refuses absent parts and names that are too long. */
  public ProcessorNotice {
    Objects.requireNonNull(paymentId, "paymentId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(correlationId, "correlationId");
    if (noticeId.isBlank() || noticeId.length() > 190) {
      throw new IllegalArgumentException("notice id must have 1 to 190 characters");
    }
  }
}
