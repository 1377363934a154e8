package dev.hexwing.application.idempotency;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.UUID;

/**
 * An intent whose outcome is not known, as it is shown to a person; times are by the store's clock.
 *
 * @param request who asked for what
 * @param intent what is asked of the processor
 * @param state {@code RUNNING} if its owner died, {@code OPEN} or {@code NEEDS_ATTENTION}
 * @param attempts how often it was left open
 * @param age how long ago it was recorded
 * @param sinceAsked how long ago the processor was last asked for it
 * @param nextTry how soon it will be looked into, zero if now; none if it waits for a person
 * @param lastAnswer what was heard last; none if nothing was ever recorded
 */
public record Unsettled(
    KeyedRequest request,
    Intent intent,
    KeyState state,
    int attempts,
    Duration age,
    Duration sinceAsked,
    Option<Duration> nextTry,
    Option<String> lastAnswer) {

  /** Its name among all intents: the refund's if it is one, else the payment's. */
  public UUID name() {
    return switch (intent) {
      case Intent.Charge charge -> charge.paymentId().value();
      case Intent.GiveBack back -> back.refundId().value();
    };
  }
}
