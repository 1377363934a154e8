package dev.hexwing.application.events;

import dev.hexwing.domain.shared.DomainError;
import java.util.UUID;

/** Why a message that was set aside was not resumed or dismissed. */
public sealed interface DeadLetterRefusal extends DomainError {

  /** There is no such letter; it may have been resumed already. */
  record UnknownDeadLetter(UUID id) implements DeadLetterRefusal {
    @Override
    public String code() {
      return "dead-letter.unknown";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no dead letter " + id;
    }
  }

  /** It holds an event, which happened and is not thrown away. */
  record HoldsAnEvent(String name) implements DeadLetterRefusal {
    @Override
    public String code() {
      return "dead-letter.holds-event";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return name + " is an event; have it resumed instead";
    }
  }

  /** It could not be taken this time either, or cannot be read by this release. */
  record StillRefused(String name, String reason) implements DeadLetterRefusal {
    @Override
    public String code() {
      return "dead-letter.still-refused";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return name + " was not taken: " + reason;
    }
  }
}
