package dev.hexwing.domain.testkit;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a payment must do, written down a second time, as plainly as can be. */
final class PaymentModel {

  private static final String DONE = "done";

  private final Money amount;
  private final Map<RefundId, Long> asked = new LinkedHashMap<>();
  private final Map<RefundId, RefundStatus> refunds = new LinkedHashMap<>();
  private PaymentStatus status = PaymentStatus.REQUESTED;
  private boolean charged;

  PaymentModel(Money amount) {
    this.amount = amount;
  }

  PaymentStatus status() {
    return status;
  }

  Map<RefundId, RefundStatus> refunds() {
    return refunds;
  }

  /** Minor units of the refunds that have one of these statuses. */
  long sum(RefundStatus... wanted) {
    long sum = 0;
    for (Map.Entry<RefundId, RefundStatus> refund : refunds.entrySet()) {
      if (List.of(wanted).contains(refund.getValue())) {
        sum = Math.addExact(sum, asked.getOrDefault(refund.getKey(), 0L));
      }
    }
    return sum;
  }

  Money left() {
    long claimed =
        sum(RefundStatus.REQUESTED, RefundStatus.CONFIRMED, RefundStatus.OUTCOME_UNKNOWN);
    return new Money(charged ? amount.amountMinor() - claimed : 0, amount.currency());
  }

  /** Carries a command out, and tells the code of the refusal or "done". */
  String answer(PaymentCommand command) {
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

  private String end(PaymentStatus outcome) {
    return switch (status) {
      case REQUESTED, OUTCOME_UNKNOWN -> {
        charged = outcome == PaymentStatus.CONFIRMED;
        status = outcome;
        yield DONE;
      }
      case CONFIRMED, PARTLY_REFUNDED, REFUNDED -> "payment.already-confirmed";
      case DECLINED -> "payment.already-declined";
      case WITHDRAWN -> "payment.wrong-status";
    };
  }

  private String fromRequested(PaymentStatus next) {
    if (status != PaymentStatus.REQUESTED) {
      return "payment.wrong-status";
    }
    status = next;
    return DONE;
  }

  private String unexpectedCharge() {
    boolean over = status == PaymentStatus.DECLINED || status == PaymentStatus.WITHDRAWN;
    if (!over || charged) {
      return "payment.wrong-status";
    }
    charged = true;
    return DONE;
  }

  private String refund(RequestRefund request) {
    Money wanted = request.asked().of(left());
    if (!charged) {
      return "refund.nothing-charged";
    }
    if (!wanted.currency().equals(amount.currency())) {
      return "refund.currency-differs";
    }
    if (wanted.amountMinor() <= 0) {
      return "payment.amount-not-positive";
    }
    if (refunds.containsKey(request.refundId())) {
      return "refund.exists";
    }
    if (wanted.amountMinor() > left().amountMinor()) {
      return "refund.exceeds-charge";
    }
    asked.put(request.refundId(), wanted.amountMinor());
    refunds.put(request.refundId(), RefundStatus.REQUESTED);
    return DONE;
  }

  private String endRefund(RefundId refundId, RefundStatus outcome) {
    RefundStatus now = refunds.get(refundId);
    if (now == null) {
      return "refund.unknown";
    }
    if (now != RefundStatus.REQUESTED && now != RefundStatus.OUTCOME_UNKNOWN) {
      return "refund.wrong-status";
    }
    refunds.put(refundId, outcome);
    boolean expected = status != PaymentStatus.DECLINED && status != PaymentStatus.WITHDRAWN;
    if (outcome == RefundStatus.CONFIRMED && expected) {
      status =
          sum(RefundStatus.CONFIRMED) == amount.amountMinor()
              ? PaymentStatus.REFUNDED
              : PaymentStatus.PARTLY_REFUNDED;
    }
    return DONE;
  }

  private String fromAsked(RefundId refundId, RefundStatus next) {
    RefundStatus now = refunds.get(refundId);
    if (now == null) {
      return "refund.unknown";
    }
    if (now != RefundStatus.REQUESTED) {
      return "refund.wrong-status";
    }
    refunds.put(refundId, next);
    return DONE;
  }
}
