package dev.hexwing.application.journey;

import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainError;
import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.time.Duration;

/** Hears from customers what they lived through, and sums it up. */
public final class JourneyDesk {

  private static final Duration LONGEST = Duration.ofDays(1);

  private final UnitOfWork unitOfWork;

  /** A desk over this unit of work. */
  public JourneyDesk(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** Serves {@link RecordSeen}. */
  public Either<DomainError, CorrelationId> record(RecordSeen.Command command) {
    Duration waited = Duration.between(command.tappedAt(), command.seenAt());
    if (waited.isNegative() || waited.compareTo(LONGEST) > 0) {
      return Either.left(
          new InvalidValue(
              "journey.seen-at-implausible",
              "seenAt",
              "must be at or after tappedAt, within a day"));
    }
    unitOfWork.execute(
        stores -> {
          stores.journeys().seen(command.correlationId(), command.tappedAt(), command.seenAt());
          return command;
        });
    return Either.right(command.correlationId());
  }

  /** Serves {@link ShowJourneys}. */
  public JourneySummary summary() {
    return unitOfWork.read(stores -> stores.journeys().summary());
  }
}
