package dev.hexwing.application.payments;

import dev.hexwing.domain.payments.PaymentId;
import dev.hexwing.domain.payments.PaymentSnapshot;
import io.vavr.control.Option;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Shows one payment.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface FindPayment {

  /** The payment as it is now; none if there is none of that name. */
  Option<PaymentSnapshot> find(PaymentId paymentId);
}
