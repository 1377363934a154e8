package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentEvent.PaymentConfirmed;
import dev.hexwing.domain.payments.PaymentEvent.RefundConfirmed;
import dev.hexwing.domain.payments.PaymentRefusal;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.ProcessorReference;
import dev.hexwing.domain.payments.Refund;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Version;
import dev.hexwing.domain.testkit.PaymentCommand.Confirm;
import dev.hexwing.domain.testkit.PaymentCommand.Decline;
import dev.hexwing.domain.testkit.PaymentCommand.MarkOutcomeUnknown;
import dev.hexwing.domain.testkit.PaymentCommand.RecordUnexpectedCharge;
import dev.hexwing.domain.testkit.PaymentCommand.RequestRefund;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Payments that break one rule each. */
class PaymentTwinTest {

  private static class Lie extends Tampered.Lie<PaymentCommand, PaymentSnapshot, PaymentEvent> {}

  static Stream<Twin<Story<PaymentCommand, PaymentSnapshot, PaymentEvent>>> twins() {
    return Stream.concat(twinsThatCharge(), twinsThatRefund());
  }

  private static Stream<Twin<Story<PaymentCommand, PaymentSnapshot, PaymentEvent>>>
      twinsThatCharge() {
    return Stream.of(
        twin(
            PaymentInvariant.CONFIRMED_AT_MOST_ONCE,
            "charges again for the second tap",
            forgetsItsCharge(Confirm.class)),
        twin(
            PaymentInvariant.NEVER_BOTH_CONFIRMED_AND_DECLINED,
            "believes a late decline",
            forgetsItsCharge(Decline.class)),
        twin(
            PaymentInvariant.STATUS_NEVER_GOES_BACK,
            "takes a late time-out for news",
            forgetsItsCharge(MarkOutcomeUnknown.class)),
        twin(
            PaymentInvariant.A_LATE_CONTRADICTION_IS_RECORDED,
            "does not want to hear of a charge after a decline",
            new Lie() {
              @Override
              Either<? extends DomainError, ?> answer(
                  PaymentSnapshot before,
                  PaymentCommand command,
                  Either<? extends DomainError, ?> answer) {
                return command instanceof RecordUnexpectedCharge
                    ? Either.left(new PaymentRefusal.WrongStatus("find", before.status()))
                    : answer;
              }
            }),
        twin(
            PaymentInvariant.A_REFUSED_COMMAND_CHANGES_NOTHING,
            "counts a version for a refusal",
            new Lie() {
              @Override
              PaymentSnapshot after(
                  PaymentSnapshot before,
                  PaymentCommand command,
                  boolean refused,
                  PaymentSnapshot state) {
                return refused
                    ? with(
                        state,
                        state.status(),
                        state.charge(),
                        state.refunds(),
                        state.version().next())
                    : state;
              }
            }),
        twin(
            PaymentInvariant.EVENTS_FOLLOW_ONE_ANOTHER,
            "tells twice that it was confirmed",
            tellsTwice(PaymentConfirmed.class)),
        twin(
            PaymentInvariant.THE_STATE_IS_THE_FOLD_OF_THE_EVENTS,
            "changes its state and tells nobody",
            new Lie() {
              @Override
              List<PaymentEvent> events(List<PaymentEvent> events) {
                return events.stream()
                    .filter(event -> !(event instanceof PaymentConfirmed))
                    .toList();
              }
            }));
  }

  private static Stream<Twin<Story<PaymentCommand, PaymentSnapshot, PaymentEvent>>>
      twinsThatRefund() {
    return Stream.of(
        twin(
            PaymentInvariant.SUM_OF_REFUNDS_NEVER_EXCEEDS_AMOUNT,
            "gives a minor unit too much with every refund",
            refunding(
                money ->
                    new Money(
                        Math.max(money.amountMinor(), money.amountMinor() + 1), money.currency()))),
        twin(
            PaymentInvariant.REFUNDS_ARE_IN_THE_CURRENCY_OF_THE_CHARGE,
            "gives dinars for whatever it took",
            refunding(money -> Money.ofMinor(money.amountMinor(), "TND"))),
        twin(
            PaymentInvariant.A_REFUND_HAPPENS_ONCE,
            "gives the money back twice",
            tellsTwice(RefundConfirmed.class)),
        twin(
            PaymentInvariant.ONLY_A_CHARGE_IS_REFUNDED,
            "gives back what it never took",
            new Lie() {
              @Override
              PaymentSnapshot before(PaymentSnapshot state, PaymentCommand command) {
                return command instanceof RequestRefund && state.status() == PaymentStatus.REQUESTED
                    ? with(
                        state,
                        PaymentStatus.CONFIRMED,
                        Option.some(new ProcessorReference("pi_none")),
                        state.refunds(),
                        state.version())
                    : state;
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_wrong_twin_is_caught(Twin<Story<PaymentCommand, PaymentSnapshot, PaymentEvent>> twin) {
    assertThat(twin.isCaught()).isTrue();
  }

  @Test
  void every_invariant_has_a_twin() {
    assertThat(twins().<Object>map(Twin::caughtBy).distinct())
        .containsExactlyInAnyOrder((Object[]) PaymentInvariant.values());
  }

  private static Twin<Story<PaymentCommand, PaymentSnapshot, PaymentEvent>> twin(
      PaymentInvariant caughtBy, String what, Lie lie) {
    return new Twin<>(
        caughtBy,
        what,
        PaymentLives.lives(
                request ->
                    new Tampered<>(PaymentLives.subject(request), PaymentLives::subjectOf, lie))
            .map(chain -> chain.run().story()));
  }

  private static Lie forgetsItsCharge(Class<? extends PaymentCommand> when) {
    return new Lie() {
      @Override
      PaymentSnapshot before(PaymentSnapshot state, PaymentCommand command) {
        return when.isInstance(command) && state.status() == PaymentStatus.CONFIRMED
            ? with(state, PaymentStatus.REQUESTED, Option.none(), List.of(), state.version())
            : state;
      }
    };
  }

  private static Lie tellsTwice(Class<? extends PaymentEvent> kind) {
    return new Lie() {
      @Override
      List<PaymentEvent> events(List<PaymentEvent> events) {
        List<PaymentEvent> twice = new ArrayList<>(events);
        events.stream().filter(kind::isInstance).forEach(twice::add);
        return twice;
      }
    };
  }

  private static Lie refunding(UnaryOperator<Money> amount) {
    return new Lie() {
      @Override
      PaymentSnapshot told(PaymentSnapshot state) {
        List<Refund> refunds =
            state.refunds().stream()
                .map(
                    refund ->
                        new Refund(
                            refund.refundId(), amount.apply(refund.amount()), refund.status()))
                .toList();
        return with(state, state.status(), state.charge(), refunds, state.version());
      }
    };
  }

  private static PaymentSnapshot with(
      PaymentSnapshot state,
      PaymentStatus status,
      Option<ProcessorReference> charge,
      List<Refund> refunds,
      Version version) {
    return new PaymentSnapshot(
        state.paymentId(),
        state.orderId(),
        state.amount(),
        state.method(),
        status,
        charge,
        state.declineReason(),
        refunds,
        charge.isEmpty() ? Option.none() : state.refundInVain(),
        state.requestedAt(),
        version);
  }
}
