package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.EventMetadata;
import java.util.Objects;

/** What can happen to a subscriber. */
public sealed interface SubscriberEvent extends MessageEvent {

  /**
   * A subscriber asked for messages.
   *
   * @param metadata what every event carries
   * @param subscriberId the subscriber
   * @param endpoint where it takes messages
   * @param topics what it wants to hear of
   */
  record SubscriberJoined(
      EventMetadata metadata, SubscriberId subscriberId, Endpoint endpoint, Topics topics)
      implements SubscriberEvent {

    /** Refuses absent parts. */
    public SubscriberJoined {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(subscriberId, "subscriberId");
      Objects.requireNonNull(endpoint, "endpoint");
      Objects.requireNonNull(topics, "topics");
    }
  }

  /**
   * A subscriber wants to hear of other things from now on.
   *
   * @param metadata what every event carries
   * @param subscriberId the subscriber
   * @param topics what it wants to hear of now
   */
  record SubscriberTopicsChanged(EventMetadata metadata, SubscriberId subscriberId, Topics topics)
      implements SubscriberEvent {

    /** Refuses absent parts. */
    public SubscriberTopicsChanged {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(subscriberId, "subscriberId");
      Objects.requireNonNull(topics, "topics");
    }
  }

  /**
   * A subscriber failed too often in a row and is left in peace.
   *
   * @param metadata what every event carries
   * @param subscriberId the subscriber
   * @param failures how often in a row
   */
  record SubscriberPaused(EventMetadata metadata, SubscriberId subscriberId, int failures)
      implements SubscriberEvent {

    /** Refuses absent parts. */
    public SubscriberPaused {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(subscriberId, "subscriberId");
    }
  }

  /**
   * A paused subscriber gets messages again.
   *
   * @param metadata what every event carries
   * @param subscriberId the subscriber
   */
  record SubscriberResumed(EventMetadata metadata, SubscriberId subscriberId)
      implements SubscriberEvent {

    /** Refuses absent parts. */
    public SubscriberResumed {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(subscriberId, "subscriberId");
    }
  }

  /**
   * A subscriber wants nothing any more.
   *
   * @param metadata what every event carries
   * @param subscriberId the subscriber
   */
  record SubscriberLeft(EventMetadata metadata, SubscriberId subscriberId)
      implements SubscriberEvent {

    /** Refuses absent parts. */
    public SubscriberLeft {
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(subscriberId, "subscriberId");
    }
  }
}
