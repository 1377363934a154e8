package dev.hexwing.domain.notification;

import dev.hexwing.domain.notification.NotificationEvent.NotificationAbandoned;
import dev.hexwing.domain.notification.NotificationEvent.NotificationDelivered;
import dev.hexwing.domain.notification.NotificationEvent.NotificationQueued;
import dev.hexwing.domain.notification.NotificationRefusal.WrongStatus;
import dev.hexwing.domain.shared.Changes;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * A notification: one message on its way to one subscriber, at least once.
 *
 * <p>{@code PENDING → DELIVERED}, and {@code PENDING → ABANDONED} after the last attempt that the
 * policy allows; a person may queue an abandoned one again. A subscriber may get it twice, if the
 * answer to an attempt was lost; it recognises the message by its cause. Not safe for use by
 * several threads: each loads its own.
 *
 * <pre>{@code
 * Notification notification = Notification.queue(id, subscriberId, message, occasion);
 * notification.markFailed(reason, RetryPolicy.STANDARD, later); // due again 10 seconds later
 * notification.markDelivered(muchLater);
 * }</pre>
 */
@AggregateRoot
public final class Notification {

  @Identity private final NotificationId notificationId;
  private final SubscriberId subscriberId;
  private final Message message;
  private final CorrelationId correlationId;
  private final Changes<NotificationEvent> changes;
  private NotificationStatus status;
  private int attempts;
  private Instant dueAt;

  private Notification(NotificationSnapshot state) {
    this.notificationId = state.notificationId();
    this.subscriberId = state.subscriberId();
    this.message = state.message();
    this.correlationId = state.correlationId();
    this.status = state.status();
    this.attempts = state.attempts();
    this.dueAt = state.dueAt();
    this.changes = Changes.since(notificationId.toString(), state.version());
  }

  /** Queues a message for a subscriber; it is due at once. */
  public static Notification queue(
      NotificationId notificationId,
      SubscriberId subscriberId,
      Message message,
      Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    Notification notification =
        new Notification(
            new NotificationSnapshot(
                notificationId,
                subscriberId,
                message,
                NotificationStatus.PENDING,
                0,
                occasion.at(),
                occasion.correlationId(),
                Version.NONE));
    notification.recordQueued(occasion);
    return notification;
  }

  /**
   * Brings a stored notification back, without any event.
   *
   * @throws IllegalArgumentException if the snapshot is no notification's: a bug or a damaged store
   */
  public static Notification reconstitute(NotificationSnapshot snapshot) {
    Objects.requireNonNull(snapshot, "snapshot");
    boolean neverSent =
        snapshot.status() == NotificationStatus.DELIVERED && snapshot.attempts() < 1;
    if (neverSent || snapshot.attempts() < 0 || snapshot.version().equals(Version.NONE)) {
      throw new IllegalArgumentException(
          "not a notification's state: " + snapshot.notificationId());
    }
    return new Notification(snapshot);
  }

  /** Notes that the subscriber has it. */
  public Either<NotificationRefusal, NotificationDelivered> markDelivered(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    if (status != NotificationStatus.PENDING) {
      return Either.left(new WrongStatus("deliver", status));
    }
    NotificationDelivered delivered =
        changes.record(
            new NotificationDelivered(
                changes.next(occasion), notificationId, subscriberId, attempts + 1));
    status = NotificationStatus.DELIVERED;
    attempts++;
    return Either.right(delivered);
  }

  /**
   * Notes that an attempt failed: due again later, or abandoned if it was the last one.
   *
   * @return the event of the attempt that was the last; else none, and {@link #dueAt} tells when
   */
  public Either<NotificationRefusal, Option<NotificationAbandoned>> markFailed(
      FailureReason reason, RetryPolicy policy, Occasion occasion) {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(occasion, "occasion");
    if (status != NotificationStatus.PENDING) {
      return Either.left(new WrongStatus("fail", status));
    }
    if (attempts + 1 >= policy.mostAttempts()) {
      NotificationAbandoned abandoned = recordAbandoned(attempts + 1, reason, occasion);
      attempts++;
      return Either.right(Option.some(abandoned));
    }
    dueAt = occasion.at().plus(policy.delayAfter(attempts + 1));
    attempts++;
    changes.recordSilently();
    return Either.right(Option.none());
  }

  /** Gives a message up before its last attempt, because its subscriber left. */
  public Either<NotificationRefusal, NotificationAbandoned> abandon(
      FailureReason reason, Occasion occasion) {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(occasion, "occasion");
    return status == NotificationStatus.PENDING
        ? Either.right(recordAbandoned(attempts, reason, occasion))
        : Either.left(new WrongStatus("abandon", status));
  }

  /** Has an abandoned message sent again, at once and with all attempts anew. */
  public Either<NotificationRefusal, NotificationQueued> queueAgain(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    if (status != NotificationStatus.ABANDONED) {
      return Either.left(new WrongStatus("queue again", status));
    }
    NotificationQueued queued = recordQueued(occasion);
    status = NotificationStatus.PENDING;
    attempts = 0;
    dueAt = occasion.at();
    return Either.right(queued);
  }

  private NotificationQueued recordQueued(Occasion occasion) {
    return changes.record(
        new NotificationQueued(
            changes.next(occasion), notificationId, subscriberId, message.topic()));
  }

  private NotificationAbandoned recordAbandoned(int sent, FailureReason reason, Occasion occasion) {
    NotificationAbandoned abandoned =
        changes.record(
            new NotificationAbandoned(
                changes.next(occasion), notificationId, subscriberId, sent, reason));
    status = NotificationStatus.ABANDONED;
    return abandoned;
  }

  /** The name of the notification. */
  public NotificationId id() {
    return notificationId;
  }

  /** Who is to get it. */
  public SubscriberId subscriberId() {
    return subscriberId;
  }

  /** What is sent. */
  public Message message() {
    return message;
  }

  /** How far it has come. */
  public NotificationStatus status() {
    return status;
  }

  /** How often it was sent since it was queued. */
  public int attempts() {
    return attempts;
  }

  /** Not to be sent before this moment, while it is pending. */
  public Instant dueAt() {
    return dueAt;
  }

  /** The version that the store must still hold for a write to be right. */
  public Version storedVersion() {
    return changes.stored();
  }

  /** Hands over the events since the notification was read, once. */
  public List<NotificationEvent> drainEvents() {
    return changes.drain();
  }

  /** All of its state. */
  public NotificationSnapshot snapshot() {
    return new NotificationSnapshot(
        notificationId,
        subscriberId,
        message,
        status,
        attempts,
        dueAt,
        correlationId,
        changes.current());
  }
}
