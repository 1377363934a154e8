package dev.hexwing.domain.testkit;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.RefundId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.testkit.PaymentCommand.Asked;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;

/**
 * Arbitrary payments in every status, their histories, and their lives from the first command to
 * the last.
 *
 * <p>Every payment is fresh: no two tries share one. Payments are reached through their public
 * commands alone.
 */
public final class PaymentLives {

  private static final KeptAggregate.Store<Payment, PaymentSnapshot, PaymentEvent> STORE =
      new KeptAggregate.Store<>(
          Payment::snapshot,
          Payment::drainEvents,
          (snapshot, history) -> Payment.reconstitute(history));

  private PaymentLives() {}

  /**
   * All that {@link Payment#request} asks for.
   *
   * @param paymentId its name
   * @param orderId the order it is for
   * @param amount how much
   * @param method how the customer pays
   * @param occasion when and why
   */
  public record Request(
      PaymentId paymentId,
      OrderId orderId,
      Money amount,
      PaymentMethodToken method,
      Occasion occasion) {

    /** A new payment of this request, its event not yet drained. */
    public Payment make() {
      return Payment.request(paymentId, orderId, amount, method, occasion).get();
    }
  }

  /** Requests that are taken, of one minor unit up to the largest {@code long}. */
  public static Arbitrary<Request> requests() {
    return Combinators.combine(
            PaymentValues.paymentIds(),
            OrderingValues.orderIds(),
            SharedValues.payableMoney(),
            PaymentValues.paymentMethodTokens(),
            SharedValues.occasions())
        .as(Request::new);
  }

  /** Payments in any status, with the events of their way there still to be drained. */
  public static Arbitrary<Payment> payments() {
    return Arbitraries.oneOf(
        Stream.of(PaymentStatus.values()).map(PaymentLives::payments).toList());
  }

  /** Payments in a status; the outcome of some was unknown for a while. */
  public static Arbitrary<Payment> payments(PaymentStatus status) {
    Arbitrary<Request> requests =
        status == PaymentStatus.PARTLY_REFUNDED
            ? requests().filter(request -> request.amount().amountMinor() > 1)
            : requests();
    return Combinators.combine(
            requests,
            confirms(),
            declines(),
            unknowns(),
            withdrawals(),
            refundConfirms(),
            Arbitraries.of(true, false))
        .as(
            (request, confirm, decline, unknown, withdraw, refund, lost) -> {
              Payment payment = request.make();
              if (lost && status != PaymentStatus.WITHDRAWN && status != PaymentStatus.REQUESTED) {
                unknown.carryOut(payment).get();
              }
              bring(payment, status, confirm, decline, unknown, withdraw, refund);
              return payment;
            });
  }

  private static void bring(
      Payment payment,
      PaymentStatus status,
      PaymentCommand confirm,
      PaymentCommand decline,
      PaymentCommand unknown,
      PaymentCommand withdraw,
      ConfirmRefund refund) {
    switch (status) {
      case REQUESTED -> {}
      case OUTCOME_UNKNOWN -> {
        if (payment.status() == PaymentStatus.REQUESTED) {
          unknown.carryOut(payment).get();
        }
      }
      case CONFIRMED -> confirm.carryOut(payment).get();
      case DECLINED -> decline.carryOut(payment).get();
      case WITHDRAWN -> withdraw.carryOut(payment).get();
      case PARTLY_REFUNDED, REFUNDED -> {
        confirm.carryOut(payment).get();
        Asked asked = status == PaymentStatus.REFUNDED ? Asked.ALL_LEFT : Asked.ONE_UNIT;
        new RequestRefund(refund.refundId(), asked, refund.occasion()).carryOut(payment).get();
        refund.carryOut(payment).get();
      }
    }
  }

  /** Whole histories, oldest first: the request, and what came of up to 30 commands. */
  public static Arbitrary<List<PaymentEvent>> histories() {
    return Combinators.combine(requests(), commands().list().ofMaxSize(30))
        .as(
            (request, commands) -> {
              Payment payment = request.make();
              commands.forEach(command -> command.carryOut(payment));
              return payment.drainEvents();
            });
  }

  /** Events as they happen in whole histories. */
  public static Arbitrary<PaymentEvent> events() {
    return Events.anyOf(histories());
  }

  /** Events of one kind, as they happen in whole histories. */
  public static <T extends PaymentEvent> Arbitrary<T> events(Class<T> kind) {
    return Events.anyOf(histories(), kind);
  }

  /** Commands in any order; they name four refunds, so that they meet. */
  public static Arbitrary<PaymentCommand> commands() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, confirms()),
        Tuple.of(1, declines()),
        Tuple.of(1, unknowns()),
        Tuple.of(1, withdrawals()),
        Tuple.of(2, unexpectedCharges()),
        Tuple.of(6, refundRequests()),
        Tuple.of(3, refundConfirms()),
        Tuple.of(1, refundDeclines()),
        Tuple.of(1, refundWithdrawals()),
        Tuple.of(1, refundUnknowns()));
  }

  /** A payment's life: requested, then up to 24 commands, stored and read anew now and then. */
  public static Arbitrary<ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>>>
      lives() {
    return lives(PaymentLives::subject);
  }

  /** Lives of what you make of a request: your own handler over your own repository. */
  public static Arbitrary<ActionChain<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>>> lives(
      Function<Request, Subject<PaymentCommand, PaymentSnapshot, PaymentEvent>> subjects) {
    Action<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> doConfirms = Life.any(confirms());
    Action<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> doDeclines = Life.any(declines());
    Action<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> doUnknowns = Life.any(unknowns());
    Action<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> doWithdrawals =
        Life.any(withdrawals());
    Action<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> doUnexpectedCharges =
        Life.any(unexpectedCharges());
    Action<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> doRefundRequests =
        Life.any(refundRequests());
    Action<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> doRefundConfirms =
        Life.any(refundConfirms());
    Action<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> doRefundDeclines =
        Life.any(refundDeclines());
    Action<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> doRefundWithdrawals =
        Life.any(refundWithdrawals());
    Action<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> doRefundUnknowns =
        Life.any(refundUnknowns());
    Action<Life<PaymentCommand, PaymentSnapshot, PaymentEvent>> doRereading = Life.rereading();
    return requests()
        .withoutEdgeCases()
        .flatMap(
            request ->
                ActionChain.startWith(() -> new Life<>(subjects.apply(request)))
                    .withAction(3, doConfirms)
                    .withAction(2, doDeclines)
                    .withAction(2, doUnknowns)
                    .withAction(1, doWithdrawals)
                    .withAction(3, doUnexpectedCharges)
                    .withAction(6, doRefundRequests)
                    .withAction(4, doRefundConfirms)
                    .withAction(2, doRefundDeclines)
                    .withAction(1, doRefundWithdrawals)
                    .withAction(1, doRefundUnknowns)
                    .withAction(2, doRereading)
                    .withMaxTransformations(24));
  }

  /** A stored payment, as a subject; it is kept as its state, not as its events. */
  public static Subject<PaymentCommand, PaymentSnapshot, PaymentEvent> subjectOf(
      PaymentSnapshot stored) {
    return new KeptAggregate<>(
        Payment.reconstitute(stored, List.of()),
        new KeptAggregate.Store<>(
            Payment::snapshot,
            Payment::drainEvents,
            (snapshot, history) -> Payment.reconstitute(snapshot, List.of())));
  }

  /** The payment itself, as a subject. */
  public static Subject<PaymentCommand, PaymentSnapshot, PaymentEvent> subject(Request request) {
    return new KeptAggregate<>(request.make(), STORE);
  }

  private static Arbitrary<RefundId> fewRefunds() {
    return Arbitraries.integers().between(1, 4).map(name -> new RefundId(new UUID(0, name)));
  }

  private static Arbitrary<String> whys() {
    return Arbitraries.of("timed out", "connection reset", "circuit open");
  }

  private static Arbitrary<Confirm> confirms() {
    return Combinators.combine(PaymentValues.processorReferences(), SharedValues.occasions())
        .as(Confirm::new);
  }

  private static Arbitrary<Decline> declines() {
    return Combinators.combine(PaymentValues.declineReasons(), SharedValues.occasions())
        .as(Decline::new);
  }

  private static Arbitrary<Withdraw> withdrawals() {
    return Combinators.combine(whys(), SharedValues.occasions()).as(Withdraw::new);
  }

  private static Arbitrary<MarkOutcomeUnknown> unknowns() {
    return Combinators.combine(whys(), SharedValues.occasions()).as(MarkOutcomeUnknown::new);
  }

  private static Arbitrary<RecordUnexpectedCharge> unexpectedCharges() {
    return Combinators.combine(PaymentValues.processorReferences(), SharedValues.occasions())
        .as(RecordUnexpectedCharge::new);
  }

  private static Arbitrary<RequestRefund> refundRequests() {
    return Combinators.combine(
            fewRefunds(), Arbitraries.of(Asked.values()), SharedValues.occasions())
        .as(RequestRefund::new);
  }

  private static Arbitrary<ConfirmRefund> refundConfirms() {
    return Combinators.combine(
            fewRefunds(), PaymentValues.processorReferences(), SharedValues.occasions())
        .as(ConfirmRefund::new);
  }

  private static Arbitrary<DeclineRefund> refundDeclines() {
    return Combinators.combine(
            fewRefunds(), PaymentValues.declineReasons(), SharedValues.occasions())
        .as(DeclineRefund::new);
  }

  private static Arbitrary<WithdrawRefund> refundWithdrawals() {
    return Combinators.combine(fewRefunds(), whys(), SharedValues.occasions())
        .as(WithdrawRefund::new);
  }

  private static Arbitrary<MarkRefundOutcomeUnknown> refundUnknowns() {
    return Combinators.combine(fewRefunds(), whys(), SharedValues.occasions())
        .as(MarkRefundOutcomeUnknown::new);
  }
}
