package dev.hexwing.application.ordering;

import dev.hexwing.application.Principal;
import dev.hexwing.application.idempotency.Answered;
import dev.hexwing.application.idempotency.Receipt;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.Quantity;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.IdempotencyKey;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes an order at the catalogue's prices.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface PlaceOrder {

  /**
   * Places the order, or tells what it would have told before under the same key.
   *
   * <p>Refusals: {@code OrderRefusal}, {@code OrderingRefusal.UnknownProduct}, {@code
   * IdempotencyRefusal}. A refused order stores nothing.
   */
  Either<DomainError, Answered<Receipt.OfOrder>> place(Command command);

  /**
   * What the customer wants.
   *
   * @param principal whose order and key it is
   * @param key the intent's key, if the customer gave one
   * @param items products, each once; copied
   * @param dropOff where they go
   * @param correlationId the customer intent that it belongs to
   */
  record Command(
      Principal principal,
      Option<IdempotencyKey> key,
      List<Item> items,
      DropOff dropOff,
      CorrelationId correlationId) {

    /** Keeps its own copy of the items. */
    public Command {
      items = List.copyOf(items);
    }
  }

  /**
   * So many of one product.
   *
   * @param sku the product
   * @param quantity how many
   */
  record Item(Sku sku, Quantity quantity) {}
}
