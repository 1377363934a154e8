package dev.hexwing.application.payments;

import dev.hexwing.application.idempotency.Unsettled;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.domain.payments.Payment;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators see of unsettled payments, and what they can do about them. */
public final class AttentionDesk {

  private static final Logger log = LoggerFactory.getLogger(AttentionDesk.class);

  private final UnitOfWork unitOfWork;
  private final Recovery recovery;

  /** A desk over these. */
  public AttentionDesk(UnitOfWork unitOfWork, Recovery recovery) {
    this.unitOfWork = unitOfWork;
    this.recovery = recovery;
  }

  /** Serves {@link ShowAttention}. */
  public List<Unsettled> show(Option<UUID> after, int limit) {
    return unitOfWork.read(stores -> stores.keys().unsettled(after, limit));
  }

  /** Serves {@link AskAgain}. */
  public Either<DomainError, PaymentSnapshot> askAgain(PaymentId paymentId) {
    if (find(paymentId).isEmpty()) {
      return Either.left(new PayRefusal.UnknownPayment(paymentId));
    }
    unitOfWork.read(stores -> stores.keys().unsettledOf(paymentId)).forEach(this::lookNow);
    return Either.right(find(paymentId).get());
  }

  private void lookNow(Unsettled unsettled) {
    try {
      recovery.lookNow(unsettled.request());
    } catch (WriteConflict another) {
      log.info("{} is being settled by another", unsettled.intent());
    }
  }

  private Option<PaymentSnapshot> find(PaymentId paymentId) {
    return unitOfWork.read(stores -> stores.payments().find(paymentId)).map(Payment::snapshot);
  }
}
