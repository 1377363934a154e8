package dev.hexwing.application.payments;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Either;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Gives some or all of a charge back: once.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface RefundPayment {

  /**
   * Refunds, or tells what came of the same intent before.
   *
   * <p>The receipt's status tells how it ended. Refusals: {@code PaymentRefusal}, {@code
   * PayRefusal.UnknownPayment}, {@code PayRefusal.ProcessorAway}, {@code IdempotencyRefusal}.
   */
  Either<DomainError, Answered<Receipt.OfRefund>> refund(Command command);

  /**
   * How much of what goes back.
   *
   * @param principal whose key it is
   * @param key the intent's key
   * @param paymentId the payment
   * @param amount how much, above zero
   * @param correlationId the customer intent that it belongs to
   */
  record Command(
      Principal principal,
      IdempotencyKey key,
      PaymentId paymentId,
      Money amount,
      CorrelationId correlationId) {}
}
