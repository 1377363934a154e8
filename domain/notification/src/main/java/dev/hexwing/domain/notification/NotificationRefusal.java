package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.DomainError;

/** What a notification says no to, and why. */
public sealed interface NotificationRefusal extends DomainError {

  /**
   * The command does not fit how the notification stands.
   *
   * @param command what was asked
   * @param status how it stands
   */
  record WrongStatus(String command, NotificationStatus status) implements NotificationRefusal {
    @Override
    public String code() {
      return "notification.wrong-status";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "cannot " + command + " a notification that is " + status;
    }
  }
}
