package dev.hexwing.domain.payments;

import io.vavr.control.Option;
import java.util.List;
import org.jmolecules.ddd.annotation.Repository;

/**
 * Where payments are kept, as their events, within one transaction.
 *
 * <p>A payment that was found is the finder's own: changes to it are kept only by {@link #save}.
 */
@Repository
public interface Payments {

  /** The payment as it is now; none if there never was one of that name. */
  Option<Payment> find(PaymentId paymentId);

  /** Every event of a payment, oldest first; empty if there never was one of that name. */
  List<PaymentEvent> history(PaymentId paymentId);

  /**
   * Appends the payment's new events and sends them off, together or not at all.
   *
   * <p>Written only if the store holds no event yet at any of their versions; otherwise the
   * transaction fails as a write conflict, at once or at commit, and nothing of it is kept. Drains
   * the payment's events. One that has not changed is left alone.
   */
  void save(Payment payment);
}
