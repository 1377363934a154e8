package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.DomainError;

/** What a subscriber says no to, and why. */
public sealed interface SubscriberRefusal extends DomainError {

  /**
   * The command does not fit how the subscriber stands.
   *
   * @param command what was asked
   * @param status how it stands
   */
  record WrongStatus(String command, SubscriberStatus status) implements SubscriberRefusal {
    @Override
    public String code() {
      return "subscriber.wrong-status";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "cannot " + command + " a subscriber that is " + status;
    }
  }
}
