package dev.hexwing.application.payments;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.Intent;
import dev.hexwing.application.idempotency.KeyRecord;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.application.store.Retries;
import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentStatus;
import dev.hexwing.domain.payments.RefundStatus;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Phase three: records what the processor said, fenced by the payment's version and the key's
 * token.
 *
 * <p>Whoever lost its lease meanwhile changes nothing here, and tells what the winner recorded.
 */
final class Outcomes {

  private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

  private final UnitOfWork unitOfWork;
  private final PaymentTimes times;
  private final InstantSource clock;

  Outcomes(UnitOfWork unitOfWork, PaymentTimes times, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.times = times;
    this.clock = clock;
  }

  /** The answer of the very first request, which alone may be taken back if it never left. */
  Either<DomainError, Receipt> ofFirstAsk(
      KeyRecord record, Payment payment, ProcessorAnswer answer) {
    Intent intent = record.intent().get();
    boolean ownPolicy = record.request().scope().equals(Principal.SYSTEM);
    if (answer instanceof ProcessorAnswer.NotSent notSent && !ownPolicy) {
      return withdraw(record, payment, intent, notSent.why());
    }
    return Either.right(record(record, payment, answer));
  }

  /** Any later word on the outcome: of a look-up, or of asking again. */
  Receipt record(KeyRecord record, Payment payment, ProcessorAnswer answer) {
    Intent intent = record.intent().get();
    CorrelationId correlationId = record.request().correlationId();
    if (Receipts.isFinal(intent, payment)) {
      return settledByAnother(record, payment, answer);
    }
    try {
      return unitOfWork.execute(stores -> record(stores, record, intent, payment, answer));
    } catch (WriteConflict lost) {
      return settledByAnother(record, payment, answer);
    } catch (StoreUnavailable away) {
      log.error("the outcome of payment {} could not be recorded yet", intent.paymentId(), away);
      return Receipts.unknown(intent, payment, correlationId);
    }
  }

  private Receipt settledByAnother(KeyRecord record, Payment payment, ProcessorAnswer answer) {
    log.info("payment {} was settled by another", payment.id());
    return answer instanceof ProcessorAnswer.Approved late
        ? recordAfterAll(record, payment, late)
        : told(record, payment);
  }

  /**
   * That money moved is a fact, also in the hands of an owner whose lease is over: it is recorded
   * on what is there now. What another gave up meanwhile is found, so that it goes back.
   */
  private Receipt recordAfterAll(
      KeyRecord lost, Payment before, ProcessorAnswer.Approved approved) {
    Intent intent = lost.intent().get();
    try {
      return Retries.onConflict(
              () -> unitOfWork.execute(stores -> recordAfterAll(stores, lost, intent, approved)))
          .getOrElse(() -> told(lost, before));
    } catch (StoreUnavailable | WriteConflict away) {
      log.error("what moved for payment {} is not recorded yet", intent.paymentId(), away);
      return told(lost, before);
    }
  }

  private Option<Receipt> recordAfterAll(
      Stores stores, KeyRecord lost, Intent intent, ProcessorAnswer.Approved approved) {
    Payment now = stores.payments().find(intent.paymentId()).get();
    Option<KeyRecord> holder =
        stores
            .keys()
            .find(lost.request().scope(), lost.request().key())
            .filter(known -> known.intent().contains(intent));
    if (holder.isDefined() && !Receipts.isFinal(intent, now)) {
      return Option.some(record(stores, holder.get(), intent, now, approved));
    }
    if (intent instanceof Intent.Charge) {
      Occasion occasion = Occasion.of(clock.instant(), lost.request().correlationId());
      now.recordUnexpectedCharge(approved.reference(), occasion)
          .peek(found -> stores.payments().save(now));
    }
    return Option.none();
  }

  private Receipt record(
      Stores stores, KeyRecord record, Intent intent, Payment payment, ProcessorAnswer answer) {
    Option<DeclineReason> reason = apply(stores, record, intent, payment, answer);
    Receipt receipt = Receipts.of(intent, payment, reason, record.request().correlationId());
    stores.payments().save(payment);
    if (answer instanceof ProcessorAnswer.Settled) {
      stores.keys().finish(record, receipt);
    } else if (record.attempts() + 1 >= times.looks()) {
      log.error("payment {} needs attention: its outcome stays unknown", intent.paymentId());
      stores.keys().needAttention(record, receipt, heard(answer));
    } else {
      int seed = record.request().key().hashCode();
      stores
          .keys()
          .leaveOpen(record, receipt, heard(answer), times.nextLook(record.attempts(), seed));
    }
    return receipt;
  }

  private static String heard(ProcessorAnswer answer) {
    return switch (answer) {
      case ProcessorAnswer.Approved approved -> "approved as " + approved.reference();
      case ProcessorAnswer.Declined declined -> "declined: " + declined.reason().code();
      case ProcessorAnswer.NotSent notSent -> "not asked: " + notSent.why();
      case ProcessorAnswer.Unknown unknown -> unknown.why();
    };
  }

  /** The reason of a decline, if it was one. */
  private Option<DeclineReason> apply(
      Stores stores, KeyRecord record, Intent intent, Payment payment, ProcessorAnswer answer) {
    Occasion occasion = Occasion.of(clock.instant(), record.request().correlationId());
    switch (answer) {
      case ProcessorAnswer.Approved approved -> {
        switch (intent) {
          case Intent.Charge charge -> must(payment.confirm(approved.reference(), occasion));
          case Intent.GiveBack back ->
              must(payment.confirmRefund(back.refundId(), approved.reference(), occasion));
        }
      }
      case ProcessorAnswer.Declined declined -> {
        switch (intent) {
          case Intent.Charge charge -> {
            must(payment.decline(declined.reason(), occasion));
            stores.openPayments().release(payment.orderId(), payment.id());
          }
          case Intent.GiveBack back ->
              must(payment.declineRefund(back.refundId(), declined.reason(), occasion));
        }
        return Option.some(declined.reason());
      }
      case ProcessorAnswer.NotSent notSent -> unknown(intent, payment, notSent.why(), occasion);
      case ProcessorAnswer.Unknown unknown -> unknown(intent, payment, unknown.why(), occasion);
    }
    return Option.none();
  }

  private static void unknown(Intent intent, Payment payment, String why, Occasion occasion) {
    switch (intent) {
      case Intent.Charge charge -> {
        if (payment.status() == PaymentStatus.REQUESTED) {
          must(payment.markOutcomeUnknown(why, occasion));
        }
      }
      case Intent.GiveBack back -> {
        if (payment.refund(back.refundId()).get().status() == RefundStatus.REQUESTED) {
          must(payment.markRefundOutcomeUnknown(back.refundId(), why, occasion));
        }
      }
    }
  }

  private Either<DomainError, Receipt> withdraw(
      KeyRecord record, Payment payment, Intent intent, String why) {
    Occasion occasion = Occasion.of(clock.instant(), record.request().correlationId());
    try {
      unitOfWork.execute(
          stores -> {
            switch (intent) {
              case Intent.Charge charge -> {
                must(payment.withdraw(why, occasion));
                stores.openPayments().release(payment.orderId(), payment.id());
              }
              case Intent.GiveBack back ->
                  must(payment.withdrawRefund(back.refundId(), why, occasion));
            }
            stores.payments().save(payment);
            stores.keys().withdraw(record);
            return payment;
          });
      return Either.left(new PayRefusal.ProcessorAway(times.retryAfter()));
    } catch (WriteConflict lost) {
      return Either.right(told(record, payment));
    } catch (StoreUnavailable away) {
      // The intent stands, and recovery will carry it out: so this is not a refusal.
      log.error("payment {} could not be taken back", intent.paymentId(), away);
      return Either.right(Receipts.unknown(intent, payment, record.request().correlationId()));
    }
  }

  /** What whoever was faster has recorded behind the key. */
  private Receipt told(KeyRecord lost, Payment before) {
    Intent intent = lost.intent().get();
    CorrelationId correlationId = lost.request().correlationId();
    try {
      return unitOfWork.read(stores -> told(stores, lost, intent));
    } catch (StoreUnavailable away) {
      log.error("what became of payment {} cannot be read", intent.paymentId(), away);
      if (intent instanceof Intent.GiveBack back && before.refund(back.refundId()).isEmpty()) {
        throw away;
      }
      return Receipts.unknown(intent, before, correlationId);
    }
  }

  private static Receipt told(Stores stores, KeyRecord lost, Intent intent) {
    return stores
        .keys()
        .find(lost.request().scope(), lost.request().key())
        .flatMap(KeyRecord::receipt)
        .getOrElse(
            () ->
                Receipts.told(
                    intent,
                    stores.payments().history(intent.paymentId()),
                    lost.request().correlationId()));
  }

  private static <T> T must(Either<? extends DomainError, T> step) {
    return step.getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
  }
}
