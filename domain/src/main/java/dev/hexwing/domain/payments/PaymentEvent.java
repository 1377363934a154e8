package dev.hexwing.domain.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.Money;
import java.util.Objects;

/** What can happen to a payment; its state is the fold of these. */
public sealed interface PaymentEvent extends DomainEvent {

  /** The payment that it happened to. */
  PaymentId paymentId();

  /** The order that the payment is for. */
  OrderId orderId();

  /**
   * The intent to charge was recorded.
   *
   * @param metadata what every event carries
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param amount how much
   * @param method how the customer pays
   */
  record PaymentRequested(
      EventMetadata metadata,
      PaymentId paymentId,
      OrderId orderId,
      Money amount,
      PaymentMethodToken method)
      implements PaymentEvent {

    /** Refuses absent parts. */
    public PaymentRequested {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(method, "method");
    }
  }

  /**
   * The customer was charged.
   *
   * @param metadata what every event carries
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param amount how much
   * @param reference the processor's name for the charge
   */
  record PaymentConfirmed(
      EventMetadata metadata,
      PaymentId paymentId,
      OrderId orderId,
      Money amount,
      ProcessorReference reference)
      implements PaymentEvent {

    /** Refuses absent parts. */
    public PaymentConfirmed {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(reference, "reference");
    }
  }

  /**
   * The processor said no, or certainly never charged.
   *
   * @param metadata what every event carries
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param reason why
   */
  record PaymentDeclined(
      EventMetadata metadata, PaymentId paymentId, OrderId orderId, DeclineReason reason)
      implements PaymentEvent {

    /** Refuses absent parts. */
    public PaymentDeclined {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * The request certainly never left, so the intent was taken back.
   *
   * @param metadata what every event carries
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param reason what kept it from leaving
   */
  record PaymentWithdrawn(
      EventMetadata metadata, PaymentId paymentId, OrderId orderId, String reason)
      implements PaymentEvent {

    /** Refuses absent parts. */
    public PaymentWithdrawn {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Nobody knows yet whether the customer was charged.
   *
   * @param metadata what every event carries
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param reason what hid the answer
   */
  record PaymentOutcomeUnknown(
      EventMetadata metadata, PaymentId paymentId, OrderId orderId, String reason)
      implements PaymentEvent {

    /** Refuses absent parts. */
    public PaymentOutcomeUnknown {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * The intent to give money back was recorded.
   *
   * @param metadata what every event carries
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param refundId the refund
   * @param amount how much
   * @param charge the charge it goes back on
   */
  record RefundRequested(
      EventMetadata metadata,
      PaymentId paymentId,
      OrderId orderId,
      RefundId refundId,
      Money amount,
      ProcessorReference charge)
      implements PaymentEvent {

    /** Refuses absent parts. */
    public RefundRequested {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(refundId, "refundId");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(charge, "charge");
    }
  }

  /**
   * The customer got money back.
   *
   * @param metadata what every event carries
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param refundId the refund
   * @param amount how much
   * @param reference the processor's name for the refund
   */
  record RefundConfirmed(
      EventMetadata metadata,
      PaymentId paymentId,
      OrderId orderId,
      RefundId refundId,
      Money amount,
      ProcessorReference reference)
      implements PaymentEvent {

    /** Refuses absent parts. */
    public RefundConfirmed {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(refundId, "refundId");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(reference, "reference");
    }
  }

  /**
   * The processor said no to a refund.
   *
   * @param metadata what every event carries
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param refundId the refund
   * @param reason why
   */
  record RefundDeclined(
      EventMetadata metadata,
      PaymentId paymentId,
      OrderId orderId,
      RefundId refundId,
      DeclineReason reason)
      implements PaymentEvent {

    /** Refuses absent parts. */
    public RefundDeclined {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(refundId, "refundId");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * The refund's request certainly never left, so the intent was taken back.
   *
   * @param metadata what every event carries
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param refundId the refund
   * @param reason what kept it from leaving
   */
  record RefundWithdrawn(
      EventMetadata metadata,
      PaymentId paymentId,
      OrderId orderId,
      RefundId refundId,
      String reason)
      implements PaymentEvent {

    /** Refuses absent parts. */
    public RefundWithdrawn {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(refundId, "refundId");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Nobody knows yet whether the customer got the money back.
   *
   * @param metadata what every event carries
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param refundId the refund
   * @param reason what hid the answer
   */
  record RefundOutcomeUnknown(
      EventMetadata metadata,
      PaymentId paymentId,
      OrderId orderId,
      RefundId refundId,
      String reason)
      implements PaymentEvent {

    /** Refuses absent parts. */
    public RefundOutcomeUnknown {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(refundId, "refundId");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * The processor turned out to have charged a payment that was declined or withdrawn.
   *
   * @param metadata what every event carries
   * @param paymentId the payment
   * @param orderId the order it is for
   * @param amount how much
   * @param reference the processor's name for the charge
   */
  record UnexpectedChargeFound(
      EventMetadata metadata,
      PaymentId paymentId,
      OrderId orderId,
      Money amount,
      ProcessorReference reference)
      implements PaymentEvent {

    /** Refuses absent parts. */
    public UnexpectedChargeFound {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(paymentId, "paymentId");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(reference, "reference");
    }
  }
}
