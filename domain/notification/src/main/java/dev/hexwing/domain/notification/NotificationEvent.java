package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.EventMetadata;
import java.util.Objects;

/** What can happen to a notification; no event carries the message's body. */
public sealed interface NotificationEvent extends MessageEvent {

  /** The notification that it happened to. */
  NotificationId notificationId();

  /**
   * A message waits to be sent.
   *
   * @param metadata what every event carries
   * @param notificationId the notification
   * @param subscriberId who is to get it
   * @param topic what it is about
   */
  record NotificationQueued(
      EventMetadata metadata, NotificationId notificationId, SubscriberId subscriberId, Topic topic)
      implements NotificationEvent {

    /** Refuses absent parts. */
    public NotificationQueued {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(notificationId, "notificationId");
      Objects.requireNonNull(subscriberId, "subscriberId");
      Objects.requireNonNull(topic, "topic");
    }
  }

  /**
   * The subscriber has the message.
   *
   * @param metadata what every event carries
   * @param notificationId the notification
   * @param subscriberId who got it
   * @param attempts with which attempt, 1 for the first
   */
  record NotificationDelivered(
      EventMetadata metadata,
      NotificationId notificationId,
      SubscriberId subscriberId,
      int attempts)
      implements NotificationEvent {

    /** Refuses absent parts. */
    public NotificationDelivered {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(notificationId, "notificationId");
      Objects.requireNonNull(subscriberId, "subscriberId");
    }
  }

  /**
   * A message is not sent any more: it failed too often, or its subscriber left.
   *
   * @param metadata what every event carries
   * @param notificationId the notification
   * @param subscriberId who did not get it
   * @param attempts how often it was sent
   * @param reason why it did not arrive, the last time
   */
  record NotificationAbandoned(
      EventMetadata metadata,
      NotificationId notificationId,
      SubscriberId subscriberId,
      int attempts,
      FailureReason reason)
      implements NotificationEvent {

    /** Refuses absent parts. */
    public NotificationAbandoned {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(notificationId, "notificationId");
      Objects.requireNonNull(subscriberId, "subscriberId");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
