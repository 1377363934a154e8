package dev.hexwing.application.payments;

import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Hears what the processor says by itself, in any order and any number of times.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface ReceiveProcessorNotice {

  /**
   * Takes a notice whose sender has been verified.
   *
   * <p>An open payment is looked into at once; a charge that contradicts what was recorded is
   * recorded and refunded. A notice of a payment that is not known is kept with the dead letters
   * and taken as soon as it is. Refusal: {@code PayRefusal.UnknownPayment} if nothing more can be
   * kept; the processor is to send the notice again later.
   */
  Either<DomainError, ProcessorNotice> receive(ProcessorNotice notice);
}
