package dev.hexwing.application.payments;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.payments.PaymentSnapshot;
import io.vavr.control.Option;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Lists the payments that hold their order: every one that is charged, or may be.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface ListPayments {

  /**
   * A page of them, in the order of their orders' names.
   *
   * @param after the order of the last one of the page before
   * @param limit the most to hand back, 1 to 101
   */
  List<PaymentSnapshot> list(Option<OrderId> after, int limit);
}
