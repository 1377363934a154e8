package dev.hexwing.application.journey;

import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes the customer's word on when they tapped and when they saw the confirmation.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface RecordSeen {

  /**
   * Notes both moments, by the customer's clock.
   *
   * <p>Refusal: {@code InvalidValue}, if it was seen before it was tapped or more than a day after.
   */
  Either<DomainError, CorrelationId> record(Command command);

  /**
   * What the customer says.
   *
   * @param correlationId the customer intent that it belongs to
   * @param tappedAt when they tapped
   * @param seenAt when they saw it
   */
  record Command(CorrelationId correlationId, Instant tappedAt, Instant seenAt) {}
}
