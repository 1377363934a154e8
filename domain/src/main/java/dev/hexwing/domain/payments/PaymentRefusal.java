package dev.hexwing.domain.payments;

import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Option;

/** What a payment says no to, and why. */
public sealed interface PaymentRefusal extends DomainError {

  /**
   * A sum that is nothing or less.
   *
   * @param amount what was asked
   */
  record AmountNotPositive(Money amount) implements PaymentRefusal {
    @Override
    public String code() {
      return "payment.amount-not-positive";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "the amount must be above zero, not " + amount;
    }

    @Override
    public Option<String> field() {
      return Option.of("amount");
    }
  }

  /**
   * The command does not fit what is known of the money.
   *
   * @param command what was asked
   * @param status what is known
   */
  record WrongStatus(String command, PaymentStatus status) implements PaymentRefusal {
    @Override
    public String code() {
      return "payment.wrong-status";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "cannot " + command + " a payment that is " + status;
    }
  }

  /**
   * The payment was confirmed before.
   *
   * @param reference the charge that counts
   */
  record AlreadyConfirmed(ProcessorReference reference) implements PaymentRefusal {
    @Override
    public String code() {
      return "payment.already-confirmed";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the payment was confirmed before";
    }
  }

  /**
   * The payment was declined before.
   *
   * @param reason why
   */
  record AlreadyDeclined(DeclineReason reason) implements PaymentRefusal {
    @Override
    public String code() {
      return "payment.already-declined";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the payment was declined before: " + reason.code();
    }
  }

  /**
   * There is no charge to give back.
   *
   * @param status what is known of the money
   */
  record NothingCharged(PaymentStatus status) implements PaymentRefusal {
    @Override
    public String code() {
      return "refund.nothing-charged";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "a payment that is " + status + " has no charge to give back";
    }
  }

  /**
   * More than is left of the charge.
   *
   * @param refundable what is left
   * @param asked what was asked
   */
  record RefundExceedsCharge(Money refundable, Money asked) implements PaymentRefusal {
    @Override
    public String code() {
      return "refund.exceeds-charge";
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public String message() {
      return "only " + refundable + " can be given back, not " + asked;
    }

    @Override
    public Option<String> field() {
      return Option.of("amount");
    }
  }

  /**
   * Not the currency of the charge.
   *
   * @param charged what was charged
   * @param asked what was asked
   */
  record RefundCurrencyDiffers(Money charged, Money asked) implements PaymentRefusal {
    @Override
    public String code() {
      return "refund.currency-differs";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "the charge was in " + charged.currency() + ", not " + asked.currency();
    }

    @Override
    public Option<String> field() {
      return Option.of("currency");
    }
  }

  /**
   * A refund of that name was asked for before.
   *
   * @param refundId the refund
   */
  record RefundExists(RefundId refundId) implements PaymentRefusal {
    @Override
    public String code() {
      return "refund.exists";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "refund " + refundId + " was asked for before";
    }
  }

  /**
   * No refund of that name.
   *
   * @param refundId the refund
   */
  record UnknownRefund(RefundId refundId) implements PaymentRefusal {
    @Override
    public String code() {
      return "refund.unknown";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no refund " + refundId;
    }
  }

  /**
   * The command does not fit what is known of the refund.
   *
   * @param command what was asked
   * @param status what is known
   */
  record WrongRefundStatus(String command, RefundStatus status) implements PaymentRefusal {
    @Override
    public String code() {
      return "refund.wrong-status";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "cannot " + command + " a refund that is " + status;
    }
  }
}
