package dev.hexwing.application.payments;

import dev.hexwing.domain.payments.PaymentEvent;
import dev.hexwing.domain.payments.PaymentId;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Shows what happened to a payment.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface ShowPaymentHistory {

  /**
   * Its events, the oldest first; none if there is no payment of that name.
   *
   * @param asOf only what had happened by then, if given
   */
  Option<List<PaymentEvent>> history(PaymentId paymentId, Option<Instant> asOf);
}
