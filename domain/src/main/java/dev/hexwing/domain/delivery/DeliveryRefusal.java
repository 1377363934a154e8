package dev.hexwing.domain.delivery;

import dev.hexwing.domain.shared.DomainError;

/** What a delivery says no to, and why. */
public sealed interface DeliveryRefusal extends DomainError {

  /**
   * The command does not fit how far the delivery has come.
   *
   * @param command what was asked
   * @param status how far it is
   */
  record WrongStatus(String command, DeliveryStatus status) implements DeliveryRefusal {
    @Override
    public String code() {
      return "delivery.wrong-status";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "cannot " + command + " a delivery that is " + status;
    }
  }
}
