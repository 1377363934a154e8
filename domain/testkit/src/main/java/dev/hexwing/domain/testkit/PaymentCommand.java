package dev.hexwing.domain.testkit;

import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentRefusal;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import java.util.Currency;

/** What a payment can be asked to do. */
public sealed interface PaymentCommand extends Command<Payment> {

  @Override
  Either<PaymentRefusal, ?> carryOut(Payment payment);

  /** How much is asked back, seen from what could be given back. */
  enum Asked {
    /** All that is left. */
    ALL_LEFT,
    /** About half of what is left. */
    HALF_LEFT,
    /** One minor unit. */
    ONE_UNIT,
    /** A minor unit more than is left. */
    ONE_TOO_MANY,
    /** Nothing. */
    NOTHING,
    /** One minor unit less than nothing. */
    NEGATIVE,
    /** One minor unit of another currency. */
    OTHER_CURRENCY;

    /** The amount when so much could be given back; at the largest {@code long}, just that. */
    public Money of(Money left) {
      Currency currency = left.currency();
      return switch (this) {
        case ALL_LEFT -> left;
        case HALF_LEFT -> new Money(left.amountMinor() / 2, currency);
        case ONE_UNIT -> new Money(1, currency);
        case ONE_TOO_MANY ->
            new Money(Math.max(left.amountMinor(), left.amountMinor() + 1), currency);
        case NOTHING -> Money.zero(currency);
        case NEGATIVE -> new Money(-1, currency);
        case OTHER_CURRENCY ->
            Money.ofMinor(1, currency.getCurrencyCode().equals("EUR") ? "USD" : "EUR");
      };
    }
  }

  /**
   * {@link Payment#confirm}.
   *
   * @param reference the charge
   * @param occasion when and why
   */
  record Confirm(ProcessorReference reference, Occasion occasion) implements PaymentCommand {
    @Override
    public Either<PaymentRefusal, ?> carryOut(Payment payment) {
      return payment.confirm(reference, occasion);
    }
  }

  /**
   * {@link Payment#decline}.
   *
   * @param reason why
   * @param occasion when and why
   */
  record Decline(DeclineReason reason, Occasion occasion) implements PaymentCommand {
    @Override
    public Either<PaymentRefusal, ?> carryOut(Payment payment) {
      return payment.decline(reason, occasion);
    }
  }

  /**
   * {@link Payment#withdraw}.
   *
   * @param reason why
   * @param occasion when and why
   */
  record Withdraw(String reason, Occasion occasion) implements PaymentCommand {
    @Override
    public Either<PaymentRefusal, ?> carryOut(Payment payment) {
      return payment.withdraw(reason, occasion);
    }
  }

  /**
   * {@link Payment#markOutcomeUnknown}.
   *
   * @param reason why
   * @param occasion when and why
   */
  record MarkOutcomeUnknown(String reason, Occasion occasion) implements PaymentCommand {
    @Override
    public Either<PaymentRefusal, ?> carryOut(Payment payment) {
      return payment.markOutcomeUnknown(reason, occasion);
    }
  }

  /**
   * {@link Payment#recordUnexpectedCharge}.
   *
   * @param reference the charge
   * @param occasion when and why
   */
  record RecordUnexpectedCharge(ProcessorReference reference, Occasion occasion)
      implements PaymentCommand {
    @Override
    public Either<PaymentRefusal, ?> carryOut(Payment payment) {
      return payment.recordUnexpectedCharge(reference, occasion);
    }
  }

  /**
   * {@link Payment#requestRefund}.
   *
   * @param refundId the refund
   * @param asked how much
   * @param occasion when and why
   */
  record RequestRefund(RefundId refundId, Asked asked, Occasion occasion)
      implements PaymentCommand {
    @Override
    public Either<PaymentRefusal, ?> carryOut(Payment payment) {
      return payment.requestRefund(refundId, asked.of(payment.refundable()), occasion);
    }
  }

  /**
   * {@link Payment#confirmRefund}.
   *
   * @param refundId the refund
   * @param reference the processor's name for it
   * @param occasion when and why
   */
  record ConfirmRefund(RefundId refundId, ProcessorReference reference, Occasion occasion)
      implements PaymentCommand {
    @Override
    public Either<PaymentRefusal, ?> carryOut(Payment payment) {
      return payment.confirmRefund(refundId, reference, occasion);
    }
  }

  /**
   * {@link Payment#declineRefund}.
   *
   * @param refundId the refund
   * @param reason why
   * @param occasion when and why
   */
  record DeclineRefund(RefundId refundId, DeclineReason reason, Occasion occasion)
      implements PaymentCommand {
    @Override
    public Either<PaymentRefusal, ?> carryOut(Payment payment) {
      return payment.declineRefund(refundId, reason, occasion);
    }
  }

  /**
   * {@link Payment#withdrawRefund}.
   *
   * @param refundId the refund
   * @param reason why
   * @param occasion when and why
   */
  record WithdrawRefund(RefundId refundId, String reason, Occasion occasion)
      implements PaymentCommand {
    @Override
    public Either<PaymentRefusal, ?> carryOut(Payment payment) {
      return payment.withdrawRefund(refundId, reason, occasion);
    }
  }

  /**
   * {@link Payment#markRefundOutcomeUnknown}.
   *
   * @param refundId the refund
   * @param reason why
   * @param occasion when and why
   */
  record MarkRefundOutcomeUnknown(RefundId refundId, String reason, Occasion occasion)
      implements PaymentCommand {
    @Override
    public Either<PaymentRefusal, ?> carryOut(Payment payment) {
      return payment.markRefundOutcomeUnknown(refundId, reason, occasion);
    }
  }
}
