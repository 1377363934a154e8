package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.Version;
import java.util.Objects;

/**
 * All of a subscriber's state at one moment, to store it and to bring it back.
 *
 * @param subscriberId the subscriber
 * @param endpoint where it takes messages
 * @param topics what it wants to hear of
 * @param status whether it gets them
 * @param failures failures in a row, since the last message that arrived
 * @param version how many changes it has lived through
 */
public record SubscriberSnapshot(
    SubscriberId subscriberId,
    Endpoint endpoint,
    Topics topics,
    SubscriberStatus status,
    int failures,
    Version version) {

  /** Refuses absent parts. */
  public SubscriberSnapshot {
    Objects.requireNonNull(subscriberId, "subscriberId");
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(version, "version");
  }
}
