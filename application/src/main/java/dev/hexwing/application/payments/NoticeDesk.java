package dev.hexwing.application.payments;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.EffectOnce;
import dev.hexwing.application.events.Undelivered;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the processor's notices.
 *
 * <p>A notice settles nothing by itself: it has an open intent looked into now, so that there is
 * one way only in which an outcome is recorded. A charge that contradicts a recorded outcome is
 * recorded for what it is. What is said about a payment that we do not know is set aside with the
 * dead letters, tried again by itself, and there for operators to see meanwhile.
 */
public final class NoticeDesk {

  /** The name under which notices are set aside. */
  public static final String CONSUMER = "payments.processor-notices";

  private static final Logger log = LoggerFactory.getLogger(NoticeDesk.class);
  private static final int MOST_PARKED = 10_000;
  private static final int PAGE = 100;

  private final UnitOfWork unitOfWork;
  private final EffectOnce effect;
  private final InstantSource clock;
  private final Option<DeadLetters> deadLetters;
  private final Runnable lookNow;

  /** A desk over these ports; {@code lookNow} wakes recovery. */
  public NoticeDesk(
      UnitOfWork unitOfWork,
      EffectOnce effect,
      InstantSource clock,
      Option<DeadLetters> deadLetters,
      Runnable lookNow) {
    this.unitOfWork = unitOfWork;
    this.effect = effect;
    this.clock = clock;
    this.deadLetters = deadLetters;
    this.lookNow = lookNow;
  }

  /** Serves {@link ReceiveProcessorNotice}. */
  public Either<DomainError, ProcessorNotice> receive(ProcessorNotice notice) {
    if (!isKnown(notice)) {
      return park(notice);
    }
    takeOnce(notice);
    return Either.right(notice);
  }

  /**
   * Takes what was set aside and can be taken by now.
   *
   * @return how many notices
   */
  public int takeParked() {
    return deadLetters.map(this::takeParked).getOrElse(0);
  }

  private int takeParked(DeadLetters letters) {
    int taken = 0;
    Option<UUID> after = Option.none();
    for (int seen = 0; seen < MOST_PARKED; seen += PAGE) {
      List<DeadLetter> page = letters.list(after, PAGE);
      for (DeadLetter letter : page) {
        if (letter.message().consumer().equals(CONSUMER) && retake(letter.message())) {
          letters.settle(letter.id());
          taken++;
        }
      }
      if (page.size() < PAGE) {
        break;
      }
      after = Option.some(page.getLast().id());
    }
    return taken;
  }

  /**
   * Takes a notice that was set aside.
   *
   * @return false if its payment is not known yet, or if it cannot be read
   */
  public boolean retake(Undelivered message) {
    Option<ProcessorNotice> known = ParkedNotice.read(message).filter(this::isKnown);
    known.forEach(
        notice -> {
          takeOnce(notice);
          log.info("the notice {} was taken after all", notice.noticeId());
        });
    return known.isDefined();
  }

  private boolean isKnown(ProcessorNotice notice) {
    return unitOfWork.read(stores -> stores.payments().find(notice.paymentId())).isDefined();
  }

  private Either<DomainError, ProcessorNotice> park(ProcessorNotice notice) {
    Option<DeadLetters> room = deadLetters.filter(letters -> letters.count() < MOST_PARKED);
    room.forEach(
        letters -> {
          letters.setAside(ParkedNotice.write(CONSUMER, notice), DeadLetter.State.SKIPPED);
          log.warn(
              "the processor says {} of a payment {} that we do not know; it is set aside",
              notice.kind(),
              notice.paymentId());
        });
    return room.<DomainError>toEither(() -> new PayRefusal.UnknownPayment(notice.paymentId()))
        .map(letters -> notice);
  }

  private void takeOnce(ProcessorNotice notice) {
    effect.of(CONSUMER, new EventId("notice/" + notice.noticeId()), stores -> take(stores, notice));
    lookNow.run();
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
