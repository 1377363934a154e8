package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Version;
import java.time.Instant;
import java.util.Objects;

/**
 * All of a notification's state at one moment, to store it and to bring it back.
 *
 * @param notificationId the notification
 * @param subscriberId who is to get it
 * @param message what is sent
 * @param status how far it has come
 * @param attempts how often it was sent since it was queued
 * @param dueAt not to be sent before, while it is pending
 * @param correlationId the customer intent that it tells of
 * @param version how many changes it has lived through
 */
public record NotificationSnapshot(
    NotificationId notificationId,
    SubscriberId subscriberId,
    Message message,
    NotificationStatus status,
    int attempts,
    Instant dueAt,
    CorrelationId correlationId,
    Version version) {

  /** Refuses absent parts. */
  public NotificationSnapshot {
    Objects.requireNonNull(notificationId, "notificationId");
    Objects.requireNonNull(subscriberId, "subscriberId");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(dueAt, "dueAt");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(version, "version");
  }
}
