package dev.hexwing.application.events;

import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Has a message that was set aside taken after all, and with it what waits for it.
 *
 * <p>If the message holds up its aggregate, all that the consumer has not taken of that aggregate
 * is brought to it, the earliest first, so that the order is kept whichever letter is named. It
 * stops at the first that fails again. Each has one effect, however often it is resumed. Safe for
 * use by any number of threads.
 */
@PrimaryPort
public interface ResumeDeadLetter {

  /** How many messages took effect, or why the first of the rest did not. */
  Either<DomainError, Integer> resume(UUID id);
}
