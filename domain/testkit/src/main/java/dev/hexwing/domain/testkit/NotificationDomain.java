package dev.hexwing.domain.testkit;

import dev.hexwing.domain.notification.Endpoint;
import dev.hexwing.domain.notification.FailureReason;
import dev.hexwing.domain.notification.Message;
import dev.hexwing.domain.notification.Notification;
import dev.hexwing.domain.notification.NotificationEvent;
import dev.hexwing.domain.notification.NotificationId;
import dev.hexwing.domain.notification.NotificationSnapshot;
import dev.hexwing.domain.notification.RetryPolicy;
import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.notification.SubscriberEvent;
import dev.hexwing.domain.notification.SubscriberId;
import dev.hexwing.domain.notification.SubscriberSnapshot;
import dev.hexwing.domain.notification.Topic;
import dev.hexwing.domain.notification.Topics;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.state.ActionChain;

/** Notification, for {@code @Domain(NotificationDomain.class)}. */
public final class NotificationDomain extends ArbitraryContext {

  /** For jqwik, which makes one for each property. */
  public NotificationDomain() {
    provide(NotificationId.class, NotificationValues::notificationIds);
    provide(SubscriberId.class, NotificationValues::subscriberIds);
    provide(Topic.class, NotificationValues::topics);
    provide(Topics.class, NotificationValues::topicSets);
    provide(Endpoint.class, NotificationValues::endpoints);
    provide(Message.class, NotificationValues::messages);
    provide(FailureReason.class, NotificationValues::failureReasons);
    provide(RetryPolicy.class, NotificationValues::retryPolicies);
    provide(NotificationLives.Queueing.class, NotificationLives::queueings);
    provide(NotificationLives.Joining.class, NotificationLives::joinings);
    provide(Notification.class, NotificationLives::notifications);
    provide(Subscriber.class, NotificationLives::subscribers);
    provide(
        NotificationSnapshot.class,
        () -> NotificationLives.notifications().map(Notification::snapshot));
    provide(
        SubscriberSnapshot.class, () -> NotificationLives.subscribers().map(Subscriber::snapshot));
    provide(NotificationCommand.class, NotificationLives::notificationCommands);
    provide(SubscriberCommand.class, NotificationLives::subscriberCommands);
    provideEach(
        NotificationEvent.class,
        () -> Events.anyOf(NotificationLives.notificationHistories()),
        kind -> Events.anyOf(NotificationLives.notificationHistories(), kind));
    provideEach(
        SubscriberEvent.class,
        () -> Events.anyOf(NotificationLives.subscriberHistories()),
        kind -> Events.anyOf(NotificationLives.subscriberHistories(), kind));
    provide(
        TypeUsage.of(
            ActionChain.class,
            TypeUsage.of(
                Life.class,
                TypeUsage.of(NotificationCommand.class),
                TypeUsage.of(NotificationSnapshot.class),
                TypeUsage.of(NotificationEvent.class))),
        NotificationLives::notificationLives);
    provide(
        TypeUsage.of(
            ActionChain.class,
            TypeUsage.of(
                Life.class,
                TypeUsage.of(SubscriberCommand.class),
                TypeUsage.of(SubscriberSnapshot.class),
                TypeUsage.of(SubscriberEvent.class))),
        NotificationLives::subscriberLives);
  }
}
