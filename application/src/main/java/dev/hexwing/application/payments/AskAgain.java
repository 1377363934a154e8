package dev.hexwing.application.payments;

import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentSnapshot;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Has what is unsettled about a payment looked into at once, whether it waits for its next try or
 * for a person.
 *
 * <p>It is looked into as recovery does: up first, and asked again only where that is asking the
 * same. So it may be asked for any number of times. Safe for use by any number of threads.
 */
@PrimaryPort
public interface AskAgain {

  /**
   * Looks into the charge and the refunds of a payment that are unsettled, and tells the payment as
   * it stands then; {@code PayRefusal.UnknownPayment} if there is none.
   */
  Either<DomainError, PaymentSnapshot> askAgain(PaymentId paymentId);
}
