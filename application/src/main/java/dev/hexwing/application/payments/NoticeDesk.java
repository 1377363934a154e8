package dev.hexwing.application.payments;

import dev.hexwing.application.events.EffectOnce;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import java.time.InstantSource;

/**
 * Hears the processor's notices.
 *
 * <p>A notice settles nothing by itself: it has an open intent looked into now, so that there is
 * one way only in which an outcome is recorded. A charge that contradicts a recorded outcome is
 * recorded for what it is.
 */
public final class NoticeDesk {

  private static final String CONSUMER = "payments.processor-notices";

  private final UnitOfWork unitOfWork;
  private final EffectOnce effect;
  private final InstantSource clock;
  private final Runnable lookNow;

  /** A desk over these ports; {@code lookNow} wakes recovery. */
  public NoticeDesk(
      UnitOfWork unitOfWork, EffectOnce effect, InstantSource clock, Runnable lookNow) {
    this.unitOfWork = unitOfWork;
    this.effect = effect;
    this.clock = clock;
    this.lookNow = lookNow;
  }

  /** Serves {@link ReceiveProcessorNotice}. */
  public Either<DomainError, ProcessorNotice> receive(ProcessorNotice notice) {
    if (unitOfWork.read(stores -> stores.payments().find(notice.paymentId())).isEmpty()) {
      return Either.left(new PayRefusal.UnknownPayment(notice.paymentId()));
    }
    effect.of(CONSUMER, new EventId("notice/" + notice.noticeId()), stores -> take(stores, notice));
    lookNow.run();
    return Either.right(notice);
  }

  private ProcessorNotice take(Stores stores, ProcessorNotice notice) {
    Payment payment = stores.payments().find(notice.paymentId()).get();
    if (notice.kind() == ProcessorNotice.Kind.CHARGED && !payment.status().holdsTheOrder()) {
      payment
          .recordUnexpectedCharge(
              notice.reference(), Occasion.of(clock.instant(), notice.correlationId()))
          .peek(found -> stores.payments().save(payment));
    } else {
      stores.keys().findByPayment(notice.paymentId()).forEach(stores.keys()::hurry);
    }
    return notice;
  }
}
