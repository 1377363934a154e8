package dev.hexwing.domain.notification;

import dev.hexwing.domain.notification.SubscriberEvent.SubscriberJoined;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberLeft;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberPaused;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberResumed;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberTopicsChanged;
import dev.hexwing.domain.notification.SubscriberRefusal.WrongStatus;
import dev.hexwing.domain.shared.Changes;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Objects;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * A subscriber: an endpoint that wants to hear of some topics.
 *
 * <p>One that fails too often in a row is paused and gets nothing more until somebody resumes it,
 * so that a dead endpoint does not fill the queue. Not safe for use by several threads: each loads
 * its own.
 *
 * <pre>{@code
 * Subscriber subscriber = Subscriber.join(id, endpoint, Topics.of("payments.confirmed"), occasion);
 * if (subscriber.wants(topic)) {
 *   notifications.save(Notification.queue(notificationId, id, message, occasion));
 * }
 * }</pre>
 */
@AggregateRoot
public final class Subscriber {

  @Identity private final SubscriberId subscriberId;
  private final Endpoint endpoint;
  private final Changes<SubscriberEvent> changes;
  private Topics topics;
  private SubscriberStatus status;
  private int failures;

  private Subscriber(SubscriberSnapshot state) {
    this.subscriberId = state.subscriberId();
    this.endpoint = state.endpoint();
    this.topics = state.topics();
    this.status = state.status();
    this.failures = state.failures();
    this.changes = Changes.since(subscriberId.toString(), state.version());
  }

  /** Takes an endpoint on that wants to hear of some topics. */
  public static Subscriber join(
      SubscriberId subscriberId, Endpoint endpoint, Topics topics, Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    Subscriber subscriber =
        new Subscriber(
            new SubscriberSnapshot(
                subscriberId, endpoint, topics, SubscriberStatus.ACTIVE, 0, Version.NONE));
    subscriber.changes.record(
        new SubscriberJoined(subscriber.changes.next(occasion), subscriberId, endpoint, topics));
    return subscriber;
  }

  /**
   * Brings a stored subscriber back, without any event.
   *
   * @throws IllegalArgumentException if the snapshot is no subscriber's: a bug or a damaged store
   */
  public static Subscriber reconstitute(SubscriberSnapshot snapshot) {
    Objects.requireNonNull(snapshot, "snapshot");
    boolean pausedForNothing =
        snapshot.status() == SubscriberStatus.PAUSED && snapshot.failures() == 0;
    if (pausedForNothing || snapshot.failures() < 0 || snapshot.version().equals(Version.NONE)) {
      throw new IllegalArgumentException("not a subscriber's state: " + snapshot);
    }
    return new Subscriber(snapshot);
  }

  /** Whether a message on a topic is to be sent to it now. */
  public boolean wants(Topic topic) {
    Objects.requireNonNull(topic, "topic");
    return status == SubscriberStatus.ACTIVE && topics.include(topic);
  }

  /** Wants to hear of these topics from now on, and of no others. */
  public Either<SubscriberRefusal, SubscriberTopicsChanged> changeTopics(
      Topics wanted, Occasion occasion) {
    Objects.requireNonNull(wanted, "wanted");
    Objects.requireNonNull(occasion, "occasion");
    if (status == SubscriberStatus.LEFT) {
      return Either.left(new WrongStatus("change the topics of", status));
    }
    SubscriberTopicsChanged changed =
        changes.record(new SubscriberTopicsChanged(changes.next(occasion), subscriberId, wanted));
    topics = wanted;
    return Either.right(changed);
  }

  /** Notes that a message arrived: failures are counted anew. */
  public void noteSuccess() {
    if (status == SubscriberStatus.ACTIVE && failures > 0) {
      failures = 0;
      changes.recordSilently();
    }
  }

  /**
   * Notes that a message did not arrive.
   *
   * @return the event of the failure that was one too many in a row; else none. A subscriber that
   *     is paused or has left is past counting: late news of it change nothing
   */
  public Option<SubscriberPaused> noteFailure(RetryPolicy policy, Occasion occasion) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(occasion, "occasion");
    if (status != SubscriberStatus.ACTIVE) {
      return Option.none();
    }
    int counted = failures == Integer.MAX_VALUE ? failures : failures + 1;
    Option<SubscriberPaused> paused = Option.none();
    if (counted >= policy.failuresBeforePause()) {
      paused =
          Option.some(
              changes.record(new SubscriberPaused(changes.next(occasion), subscriberId, counted)));
      status = SubscriberStatus.PAUSED;
    } else {
      changes.recordSilently();
    }
    failures = counted;
    return paused;
  }

  /** Gives a paused subscriber another chance. */
  public Either<SubscriberRefusal, SubscriberResumed> resume(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    if (status != SubscriberStatus.PAUSED) {
      return Either.left(new WrongStatus("resume", status));
    }
    SubscriberResumed resumed =
        changes.record(new SubscriberResumed(changes.next(occasion), subscriberId));
    status = SubscriberStatus.ACTIVE;
    failures = 0;
    return Either.right(resumed);
  }

  /** Ends the subscription, for ever. */
  public Either<SubscriberRefusal, SubscriberLeft> leave(Occasion occasion) {
    Objects.requireNonNull(occasion, "occasion");
    if (status == SubscriberStatus.LEFT) {
      return Either.left(new WrongStatus("end the subscription of", status));
    }
    SubscriberLeft left = changes.record(new SubscriberLeft(changes.next(occasion), subscriberId));
    status = SubscriberStatus.LEFT;
    return Either.right(left);
  }

  /** The name of the subscriber. */
  public SubscriberId id() {
    return subscriberId;
  }

  /** Where it takes messages. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** What it wants to hear of. */
  public Topics topics() {
    return topics;
  }

  /** Whether it gets messages. */
  public SubscriberStatus status() {
    return status;
  }

  /** The version that the store must still hold for a write to be right. */
  public Version storedVersion() {
    return changes.stored();
  }

  /** Hands over the events since the subscriber was read, once. */
  public List<SubscriberEvent> drainEvents() {
    return changes.drain();
  }

  /** All of its state. */
  public SubscriberSnapshot snapshot() {
    return new SubscriberSnapshot(
        subscriberId, endpoint, topics, status, failures, changes.current());
  }
}
