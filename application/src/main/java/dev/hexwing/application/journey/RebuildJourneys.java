package dev.hexwing.application.journey;

import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Has the journeys built anew from the history of events, while those that are there serve.
 *
 * <p>What customers said themselves is no event and stays as it is. Safe for use by any number of
 * threads.
 */
@PrimaryPort
public interface RebuildJourneys {

  /**
   * Begins and returns; {@link ShowRebuild} tells how far it is.
   *
   * <p>Refusals: {@code RebuildRefusal.UnderWay}, {@code RebuildRefusal.BeginningForgotten}.
   */
  Either<DomainError, JourneyRebuild> begin(Command command);

  /**
   * How.
   *
   * @param fromWhatIsLeft whether to go on though the first events were deleted
   */
  record Command(boolean fromWhatIsLeft) {}
}
