package dev.hexwing.application.ordering;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.IdempotencyKey;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Calls an order off that no drone has taken off with.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface CancelOrder {

  /**
   * Cancels the order, or tells what it would have told before under the same key; a paid order is
   * refunded soon after.
   *
   * <p>Refusals: {@code OrderRefusal.WrongStatus}, {@code OrderingRefusal.UnknownOrder}, {@code
   * IdempotencyRefusal}.
   */
  Either<DomainError, Answered<Receipt.OfOrder>> cancel(Command command);

  /**
   * What is called off, and why.
   *
   * @param principal whose order and key it is
   * @param key the intent's key, if the customer gave one
   * @param orderId the order
   * @param reason why
   * @param correlationId the customer intent that it belongs to
   */
  record Command(
      Principal principal,
      Option<IdempotencyKey> key,
      OrderId orderId,
      CancellationReason reason,
      CorrelationId correlationId) {}
}
