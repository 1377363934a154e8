package dev.hexwing.domain.testkit;

import dev.hexwing.domain.notification.Endpoint;
import dev.hexwing.domain.notification.Message;
import dev.hexwing.domain.notification.Notification;
import dev.hexwing.domain.notification.NotificationEvent;
import dev.hexwing.domain.notification.NotificationId;
import dev.hexwing.domain.notification.NotificationSnapshot;
import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.notification.SubscriberEvent;
import dev.hexwing.domain.notification.SubscriberId;
import dev.hexwing.domain.notification.SubscriberSnapshot;
import dev.hexwing.domain.notification.Topics;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.testkit.NotificationCommand.Abandon;
import dev.hexwing.domain.testkit.NotificationCommand.MarkDelivered;
import dev.hexwing.domain.testkit.NotificationCommand.MarkFailed;
import dev.hexwing.domain.testkit.NotificationCommand.QueueAgain;
import dev.hexwing.domain.testkit.SubscriberCommand.ChangeTopics;
import dev.hexwing.domain.testkit.SubscriberCommand.Leave;
import dev.hexwing.domain.testkit.SubscriberCommand.NoteFailure;
import dev.hexwing.domain.testkit.SubscriberCommand.NoteSuccess;
import dev.hexwing.domain.testkit.SubscriberCommand.Resume;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.ActionChain;

/** Arbitrary notifications and subscribers, in every status; no two tries share one. */
public final class NotificationLives {

  private static final KeptAggregate.Store<Notification, NotificationSnapshot, NotificationEvent>
      NOTIFICATIONS =
          new KeptAggregate.Store<>(
              Notification::snapshot,
              Notification::drainEvents,
              (state, history) -> Notification.reconstitute(state));

  private static final KeptAggregate.Store<Subscriber, SubscriberSnapshot, SubscriberEvent>
      SUBSCRIBERS =
          new KeptAggregate.Store<>(
              Subscriber::snapshot,
              Subscriber::drainEvents,
              (state, history) -> Subscriber.reconstitute(state));

  private NotificationLives() {}

  /**
   * All that {@link Notification#queue} asks for.
   *
   * @param notificationId its name
   * @param subscriberId who is to get it
   * @param message what is sent
   * @param occasion when and why
   */
  public record Queueing(
      NotificationId notificationId,
      SubscriberId subscriberId,
      Message message,
      Occasion occasion) {

    /** A new notification, its event not yet drained. */
    public Notification make() {
      return Notification.queue(notificationId, subscriberId, message, occasion);
    }
  }

  /**
   * All that {@link Subscriber#join} asks for.
   *
   * @param subscriberId its name
   * @param endpoint where it takes messages
   * @param topics what it wants to hear of
   * @param occasion when and why
   */
  public record Joining(
      SubscriberId subscriberId, Endpoint endpoint, Topics topics, Occasion occasion) {

    /** A new subscriber, its event not yet drained. */
    public Subscriber make() {
      return Subscriber.join(subscriberId, endpoint, topics, occasion);
    }
  }

  /** Beginnings of notifications. */
  public static Arbitrary<Queueing> queueings() {
    return Combinators.combine(
            NotificationValues.notificationIds(),
            NotificationValues.subscriberIds(),
            NotificationValues.messages(),
            SharedValues.occasions())
        .as(Queueing::new);
  }

  /** Beginnings of subscribers. */
  public static Arbitrary<Joining> joinings() {
    return Combinators.combine(
            NotificationValues.subscriberIds(),
            NotificationValues.endpoints(),
            NotificationValues.topicSets(),
            SharedValues.occasions())
        .as(Joining::new);
  }

  /** Notifications after up to six commands, with all of their events still to be drained. */
  public static Arbitrary<Notification> notifications() {
    return Combinators.combine(queueings(), notificationCommands().list().ofMaxSize(6))
        .as(
            (queueing, commands) -> {
              Notification notification = queueing.make();
              commands.forEach(command -> command.carryOut(notification));
              return notification;
            });
  }

  /** Subscribers after up to six commands, with all of their events still to be drained. */
  public static Arbitrary<Subscriber> subscribers() {
    return Combinators.combine(joinings(), subscriberCommands().list().ofMaxSize(6))
        .as(
            (joining, commands) -> {
              Subscriber subscriber = joining.make();
              commands.forEach(command -> command.carryOut(subscriber));
              return subscriber;
            });
  }

  /** Whole histories of notifications, oldest first. */
  public static Arbitrary<List<NotificationEvent>> notificationHistories() {
    return notifications().map(Notification::drainEvents);
  }

  /** Whole histories of subscribers, oldest first. */
  public static Arbitrary<List<SubscriberEvent>> subscriberHistories() {
    return subscribers().map(Subscriber::drainEvents);
  }

  /** Commands to notifications, in any order. */
  public static Arbitrary<NotificationCommand> notificationCommands() {
    return Arbitraries.oneOf(
        SharedValues.occasions().map(MarkDelivered::new),
        Combinators.combine(
                NotificationValues.failureReasons(),
                NotificationValues.retryPolicies(),
                SharedValues.occasions())
            .as(MarkFailed::new),
        Combinators.combine(NotificationValues.failureReasons(), SharedValues.occasions())
            .as(Abandon::new),
        SharedValues.occasions().map(QueueAgain::new));
  }

  /** Commands to subscribers, in any order; failures come most often. */
  public static Arbitrary<SubscriberCommand> subscriberCommands() {
    return Arbitraries.oneOf(
        topicChanges(),
        Arbitraries.just(new NoteSuccess()),
        failures(),
        failures(),
        SharedValues.occasions().map(Resume::new),
        SharedValues.occasions().map(Leave::new));
  }

  private static Arbitrary<ChangeTopics> topicChanges() {
    return Combinators.combine(NotificationValues.topicSets(), SharedValues.occasions())
        .as(ChangeTopics::new);
  }

  private static Arbitrary<NoteFailure> failures() {
    return Combinators.combine(NotificationValues.retryPolicies(), SharedValues.occasions())
        .as(NoteFailure::new);
  }

  /** A notification's life: queued, then up to 12 commands, stored and read anew now and then. */
  public static Arbitrary<
          ActionChain<Life<NotificationCommand, NotificationSnapshot, NotificationEvent>>>
      notificationLives() {
    return notificationLives(queueing -> subjectOf(queueing.make()));
  }

  /** Lives of what you make of a queueing: your own handler over your own repository. */
  public static Arbitrary<
          ActionChain<Life<NotificationCommand, NotificationSnapshot, NotificationEvent>>>
      notificationLives(
          Function<Queueing, Subject<NotificationCommand, NotificationSnapshot, NotificationEvent>>
              subjects) {
    return Chains.of(queueings(), subjects, 12, List.of(Tuple.of(8, notificationCommands())));
  }

  /** A subscriber's life: joined, then up to 16 commands, stored and read anew now and then. */
  public static Arbitrary<ActionChain<Life<SubscriberCommand, SubscriberSnapshot, SubscriberEvent>>>
      subscriberLives() {
    return subscriberLives(joining -> subjectOf(joining.make()));
  }

  /** Lives of what you make of a joining: your own handler over your own repository. */
  public static Arbitrary<ActionChain<Life<SubscriberCommand, SubscriberSnapshot, SubscriberEvent>>>
      subscriberLives(
          Function<Joining, Subject<SubscriberCommand, SubscriberSnapshot, SubscriberEvent>>
              subjects) {
    return Chains.of(
        joinings(),
        subjects,
        16,
        List.of(
            Tuple.of(8, failures()),
            Tuple.of(2, Arbitraries.just(new NoteSuccess())),
            Tuple.of(3, SharedValues.occasions().map(Resume::new)),
            Tuple.of(2, topicChanges()),
            Tuple.of(1, SharedValues.occasions().map(Leave::new))));
  }

  /** A notification, as a subject. */
  public static Subject<NotificationCommand, NotificationSnapshot, NotificationEvent> subjectOf(
      Notification notification) {
    return new KeptAggregate<>(notification, NOTIFICATIONS);
  }

  /** A subscriber, as a subject. */
  public static Subject<SubscriberCommand, SubscriberSnapshot, SubscriberEvent> subjectOf(
      Subscriber subscriber) {
    return new KeptAggregate<>(subscriber, SUBSCRIBERS);
  }
}
