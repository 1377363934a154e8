package dev.hexwing.application.events;

import dev.hexwing.domain.shared.DomainError;
import io.vavr.control.Either;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Throws away a message that was set aside and is no event of ours, such as text that nobody can
 * read or a notice about somebody else's payment: nothing waits for it.
 *
 * <p>A letter that holds an event is refused, for what it tells of happened. Safe for use by any
 * number of threads.
 */
@PrimaryPort
public interface DismissDeadLetter {

  /** What was thrown away, or why nothing was. */
  Either<DomainError, DeadLetter> dismiss(UUID id);
}
