package dev.hexwing.domain.testkit;

import static dev.hexwing.domain.testkit.Rules.brokenIf;

import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
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
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.Refund;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.testkit.PaymentCommand.RecordUnexpectedCharge;
import io.vavr.control.Option;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What always holds of a payment. */
public enum PaymentInvariant
    implements Invariant<Story<PaymentCommand, PaymentSnapshot, PaymentEvent>> {
  /** The customer is charged once. */
  CONFIRMED_AT_MOST_ONCE(
      "a payment is confirmed at most once",
      story -> {
        List<PaymentConfirmed> confirmed = story.only(PaymentConfirmed.class);
        return brokenIf(confirmed.size() > 1, confirmed);
      }),

  /** One outcome, for good. */
  NEVER_BOTH_CONFIRMED_AND_DECLINED(
      "a payment has one outcome: confirmed, declined or withdrawn",
      story -> {
        int declined = Math.min(1, story.only(PaymentDeclined.class).size());
        int withdrawn = Math.min(1, story.only(PaymentWithdrawn.class).size());
        int confirmed = Math.min(1, story.only(PaymentConfirmed.class).size());
        return brokenIf(declined + withdrawn + confirmed > 1, story.history());
      }),

  /** Money that moved against our records is ours to give back, so it must be known. */
  A_LATE_CONTRADICTION_IS_RECORDED(
      "a charge found after the payment was declined or withdrawn is recorded",
      story -> {
        Option<String> refused =
            Rules.none(
                story.steps(),
                step ->
                    brokenIf(
                        step.refused()
                            && step.command() instanceof RecordUnexpectedCharge
                            && !step.before().status().holdsTheOrder()
                            && step.before().charge().isEmpty(),
                        step));
        return refused.orElse(
            () ->
                brokenIf(
                    !story.only(UnexpectedChargeFound.class).isEmpty()
                        && story.now().charge().isEmpty(),
                    "a charge that was found and is not known"));
      }),

  /** Unknown is a state: nothing goes back to being asked, nothing ends twice. */
  STATUS_NEVER_GOES_BACK(
      "REQUESTED to an outcome or OUTCOME_UNKNOWN, that to CONFIRMED or DECLINED, then refunds",
      story ->
          Rules.onlyThese(
              story,
              PaymentSnapshot::status,
              Set.of(
                  "REQUESTED to CONFIRMED",
                  "REQUESTED to DECLINED",
                  "REQUESTED to WITHDRAWN",
                  "REQUESTED to OUTCOME_UNKNOWN",
                  "OUTCOME_UNKNOWN to CONFIRMED",
                  "OUTCOME_UNKNOWN to DECLINED",
                  "CONFIRMED to PARTLY_REFUNDED",
                  "CONFIRMED to REFUNDED",
                  "PARTLY_REFUNDED to REFUNDED"))),

  /** Nobody gets back more than was taken, whatever becomes of each refund. */
  SUM_OF_REFUNDS_NEVER_EXCEEDS_AMOUNT(
      "refunds that are done or may be never exceed the amount",
      story -> {
        Option<String> then = Rules.none(story.steps(), step -> tooMuch(step.after()));
        return then.orElse(() -> tooMuch(story.now()));
      }),

  /** Euros for euros. */
  REFUNDS_ARE_IN_THE_CURRENCY_OF_THE_CHARGE(
      "a refund is in the currency of the charge",
      story ->
          Rules.none(
              story.now().everyRefund(),
              refund ->
                  brokenIf(
                      !refund.amount().currency().equals(story.now().amount().currency()),
                      refund))),

  /** A refund has a name of its own, under which it happens once. */
  A_REFUND_HAPPENS_ONCE(
      "a refund is confirmed once at most, and asked for again only after it came to nothing",
      story -> {
        Set<RefundId> open = new HashSet<>();
        Set<RefundId> done = new HashSet<>();
        for (PaymentEvent event : story.history()) {
          boolean fine =
              switch (event) {
                case RefundRequested asked ->
                    !done.contains(asked.refundId()) && open.add(asked.refundId());
                case RefundConfirmed given ->
                    open.remove(given.refundId()) && done.add(given.refundId());
                case RefundDeclined refused -> open.remove(refused.refundId());
                case RefundWithdrawn withdrawn -> open.remove(withdrawn.refundId());
                case PaymentRequested any -> true;
                case PaymentConfirmed any -> true;
                case PaymentDeclined any -> true;
                case PaymentWithdrawn any -> true;
                case PaymentOutcomeUnknown any -> true;
                case UnexpectedChargeFound any -> true;
                case RefundOutcomeUnknown any -> true;
              };
          if (!fine) {
            return Option.some(event.toString());
          }
        }
        return Option.none();
      }),

  /** What was never taken is not given back. */
  ONLY_A_CHARGE_IS_REFUNDED(
      "no refund is asked for before a charge is known",
      story -> {
        boolean charged = false;
        for (PaymentEvent event : story.history()) {
          if (event instanceof RefundRequested && !charged) {
            return Option.some(event.toString());
          }
          charged |= event instanceof PaymentConfirmed || event instanceof UnexpectedChargeFound;
        }
        return Option.none();
      }),

  /** So that the state at any moment can be had again. */
  THE_STATE_IS_THE_FOLD_OF_THE_EVENTS(
      "the state is the fold of the events",
      story -> {
        PaymentSnapshot folded;
        try {
          folded = Payment.reconstitute(story.history()).snapshot();
        } catch (IllegalArgumentException e) {
          return Option.some("no payment's history: " + e.getMessage());
        }
        return brokenIf(!folded.equals(story.now()), "the events tell of " + folded);
      }),

  /** A no is a no. */
  A_REFUSED_COMMAND_CHANGES_NOTHING(
      "every refused command leaves the payment as it was",
      story -> Rules.refusalsChangeNothing(story, PaymentSnapshot::version)),

  /** What others hear of a payment, they hear in order. */
  EVENTS_FOLLOW_ONE_ANOTHER(
      "events are ordered by version, without a repeat",
      story -> Rules.eventsFollowOneAnother(story, story.now().paymentId(), story.now().version()));

  private final String rule;

  // None of the functions has a state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Story<PaymentCommand, PaymentSnapshot, PaymentEvent>, Option<String>>
      violation;

  PaymentInvariant(
      String rule,
      Function<Story<PaymentCommand, PaymentSnapshot, PaymentEvent>, Option<String>> violation) {
    this.rule = rule;
    this.violation = violation;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public Option<String> violation(Story<PaymentCommand, PaymentSnapshot, PaymentEvent> story) {
    return violation.apply(story);
  }

  private static Option<String> tooMuch(PaymentSnapshot payment) {
    BigInteger claimed = BigInteger.ZERO;
    for (Refund refund : payment.refunds()) {
      if (refund.status().claimsMoney()) {
        claimed = claimed.add(BigInteger.valueOf(refund.amount().amountMinor()));
      }
    }
    boolean more = claimed.compareTo(BigInteger.valueOf(payment.amount().amountMinor())) > 0;
    return brokenIf(more, claimed + " minor units of " + payment.amount());
  }
}
