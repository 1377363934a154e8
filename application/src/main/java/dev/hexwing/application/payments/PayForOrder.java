package dev.hexwing.application.payments;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentMethodToken;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Money;
import io.vavr.control.Either;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Charges a customer for an order: once, whatever the network, the customer and the machines do.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface PayForOrder {

  /**
   * Charges, or tells what came of the same intent before.
   *
   * <p>The receipt's status tells how it ended: confirmed, declined, or unknown, which is never to
   * be told as failed. Refusals: {@code PayRefusal}, {@code IdempotencyRefusal}. What is refused
   * has moved no money, and leaves the key free, except {@code idempotency.in-progress}.
   *
   * @throws dev.hexwing.application.store.StoreUnavailable if the store is away before anything was
   *     asked of the processor
   */
  Either<DomainError, Answered<Receipt.OfPayment>> pay(Command command);

  /**
   * Who pays how much for what.
   *
   * @param principal whose key it is
   * @param key the intent's key
   * @param orderId the order
   * @param amount what the customer means to pay; must be exactly what is due
   * @param method how
   * @param correlationId the customer intent that it belongs to
   */
  record Command(
      Principal principal,
      IdempotencyKey key,
      OrderId orderId,
      Money amount,
      PaymentMethodToken method,
      CorrelationId correlationId) {}
}
