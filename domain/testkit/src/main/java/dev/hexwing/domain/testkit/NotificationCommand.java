package dev.hexwing.domain.testkit;

import dev.hexwing.domain.notification.FailureReason;
import dev.hexwing.domain.notification.Notification;
import dev.hexwing.domain.notification.NotificationRefusal;
import dev.hexwing.domain.notification.RetryPolicy;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;

/** What a notification can be asked to do. */
public sealed interface NotificationCommand extends Command<Notification> {

  @Override
  Either<NotificationRefusal, ?> carryOut(Notification notification);

  /**
   * {@link Notification#markDelivered}.
   *
   * @param occasion when and why
   */
  record MarkDelivered(Occasion occasion) implements NotificationCommand {
    @Override
    public Either<NotificationRefusal, ?> carryOut(Notification notification) {
      return notification.markDelivered(occasion);
    }
  }

  /**
   * {@link Notification#markFailed}.
   *
   * @param reason what happened
   * @param policy what the operator asks
   * @param occasion when and why
   */
  record MarkFailed(FailureReason reason, RetryPolicy policy, Occasion occasion)
      implements NotificationCommand {
    @Override
    public Either<NotificationRefusal, ?> carryOut(Notification notification) {
      return notification.markFailed(reason, policy, occasion);
    }
  }

  /**
   * {@link Notification#abandon}.
   *
   * @param reason why
   * @param occasion when and why
   */
  record Abandon(FailureReason reason, Occasion occasion) implements NotificationCommand {
    @Override
    public Either<NotificationRefusal, ?> carryOut(Notification notification) {
      return notification.abandon(reason, occasion);
    }
  }

  /**
   * {@link Notification#queueAgain}.
   *
   * @param occasion when and why
   */
  record QueueAgain(Occasion occasion) implements NotificationCommand {
    @Override
    public Either<NotificationRefusal, ?> carryOut(Notification notification) {
      return notification.queueAgain(occasion);
    }
  }
}
