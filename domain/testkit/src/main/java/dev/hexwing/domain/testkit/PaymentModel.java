package dev.hexwing.domain.testkit;

import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.payments.RefundStatus;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.testkit.PaymentCommand.Confirm;
import dev.hexwing.domain.testkit.PaymentCommand.ConfirmRefund;
import dev.hexwing.domain.testkit.PaymentCommand.Decline;
import dev.hexwing.domain.testkit.PaymentCommand.DeclineRefund;
import dev.hexwing.domain.testkit.PaymentCommand.MarkOutcomeUnknown;
import dev.hexwing.domain.testkit.PaymentCommand.MarkRefundOutcomeUnknown;
import dev.hexwing.domain.testkit.PaymentCommand.RecordUnexpectedCharge;
import dev.hexwing.domain.testkit.PaymentCommand.RequestRefund;
import dev.hexwing.domain.testkit.PaymentCommand.Withdraw;
import dev.hexwing.domain.testkit.PaymentCommand.WithdrawRefund;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a payment must do: its answers, its status, its refunds and what is left of the charge. */
public final class PaymentModel implements Model<PaymentCommand, PaymentSnapshot> {

  private final Money amount;
  private final Map<RefundId, Long> asked = new LinkedHashMap<>();
  private final Map<RefundId, RefundStatus> refunds = new LinkedHashMap<>();
  private PaymentStatus status = PaymentStatus.REQUESTED;
  private boolean charged;

  /** The model of a payment of so much, just requested. */
  public PaymentModel(Money amount) {
    this.amount = amount;
  }

  /** What is known of the money by now. */
  public PaymentStatus status() {
    return status;
  }

  /** Minor units of the refunds that have one of these statuses. */
  private long sum(RefundStatus... wanted) {
    long sum = 0;
    for (Map.Entry<RefundId, RefundStatus> refund : refunds.entrySet()) {
      if (List.of(wanted).contains(refund.getValue())) {
        sum = Math.addExact(sum, asked.getOrDefault(refund.getKey(), 0L));
      }
    }
    return sum;
  }

  /** What could still be given back. */
  public Money left() {
    long claimed =
        sum(RefundStatus.REQUESTED, RefundStatus.CONFIRMED, RefundStatus.OUTCOME_UNKNOWN);
    return new Money(charged ? amount.amountMinor() - claimed : 0, amount.currency());
  }

  @Override
  public Option<String> difference(PaymentSnapshot state) {
    Map<RefundId, RefundStatus> known = new HashMap<>();
    state.everyRefund().forEach(refund -> known.put(refund.refundId(), refund.status()));
    if (state.status() != status) {
      return Option.some("status should be " + status);
    }
    if (!known.equals(refunds)) {
      return Option.some("refunds should be " + refunds);
    }
    long back = sum(RefundStatus.CONFIRMED);
    if (state.refunded().amountMinor() != back) {
      return Option.some("refunded should be " + back);
    }
    return Rules.brokenIf(state.charge().isDefined() != charged, "charged should be " + charged);
  }

  @Override
  public Option<String> refusal(PaymentCommand command) {
    return switch (command) {
      case Confirm confirm -> end(PaymentStatus.CONFIRMED);
      case Decline decline -> end(PaymentStatus.DECLINED);
      case Withdraw withdraw -> fromRequested(PaymentStatus.WITHDRAWN);
      case MarkOutcomeUnknown unknown -> fromRequested(PaymentStatus.OUTCOME_UNKNOWN);
      case RecordUnexpectedCharge found -> unexpectedCharge();
      case RequestRefund request -> refund(request);
      case ConfirmRefund confirm -> endRefund(confirm.refundId(), RefundStatus.CONFIRMED);
      case DeclineRefund decline -> endRefund(decline.refundId(), RefundStatus.DECLINED);
      case WithdrawRefund withdraw -> fromAsked(withdraw.refundId(), RefundStatus.WITHDRAWN);
      case MarkRefundOutcomeUnknown unknown ->
          fromAsked(unknown.refundId(), RefundStatus.OUTCOME_UNKNOWN);
    };
  }

  private Option<String> end(PaymentStatus outcome) {
    return switch (status) {
      case REQUESTED, OUTCOME_UNKNOWN -> {
        charged = outcome == PaymentStatus.CONFIRMED;
        status = outcome;
        yield Option.none();
      }
      case CONFIRMED, PARTLY_REFUNDED, REFUNDED -> Option.some("payment.already-confirmed");
      case DECLINED -> Option.some("payment.already-declined");
      case WITHDRAWN -> Option.some("payment.wrong-status");
    };
  }

  private Option<String> fromRequested(PaymentStatus next) {
    if (status != PaymentStatus.REQUESTED) {
      return Option.some("payment.wrong-status");
    }
    status = next;
    return Option.none();
  }

  private Option<String> unexpectedCharge() {
    boolean over = status == PaymentStatus.DECLINED || status == PaymentStatus.WITHDRAWN;
    if (!over || charged) {
      return Option.some("payment.wrong-status");
    }
    charged = true;
    return Option.none();
  }

  private Option<String> refund(RequestRefund request) {
    Money wanted = request.asked().of(left());
    if (!charged) {
      return Option.some("refund.nothing-charged");
    }
    if (!wanted.currency().equals(amount.currency())) {
      return Option.some("refund.currency-differs");
    }
    if (wanted.amountMinor() <= 0) {
      return Option.some("payment.amount-not-positive");
    }
    if (refunds.containsKey(request.refundId())) {
      return Option.some("refund.exists");
    }
    if (wanted.amountMinor() > left().amountMinor()) {
      return Option.some("refund.exceeds-charge");
    }
    asked.put(request.refundId(), wanted.amountMinor());
    refunds.put(request.refundId(), RefundStatus.REQUESTED);
    return Option.none();
  }

  private Option<String> endRefund(RefundId refundId, RefundStatus outcome) {
    RefundStatus now = refunds.get(refundId);
    if (now == null) {
      return Option.some("refund.unknown");
    }
    if (now != RefundStatus.REQUESTED && now != RefundStatus.OUTCOME_UNKNOWN) {
      return Option.some("refund.wrong-status");
    }
    now(refundId, outcome);
    boolean expected = status != PaymentStatus.DECLINED && status != PaymentStatus.WITHDRAWN;
    if (outcome == RefundStatus.CONFIRMED && expected) {
      status =
          sum(RefundStatus.CONFIRMED) == amount.amountMinor()
              ? PaymentStatus.REFUNDED
              : PaymentStatus.PARTLY_REFUNDED;
    }
    return Option.none();
  }

  private Option<String> fromAsked(RefundId refundId, RefundStatus next) {
    RefundStatus now = refunds.get(refundId);
    if (now == null) {
      return Option.some("refund.unknown");
    }
    if (now != RefundStatus.REQUESTED) {
      return Option.some("refund.wrong-status");
    }
    now(refundId, next);
    return Option.none();
  }

  /** Of refunds that came to nothing, the last one alone is remembered. */
  private void now(RefundId refundId, RefundStatus status) {
    if (!status.claimsMoney()) {
      refunds.values().removeIf(other -> !other.claimsMoney());
    }
    refunds.put(refundId, status);
  }
}
