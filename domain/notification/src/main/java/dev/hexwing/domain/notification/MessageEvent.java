package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.DomainEvent;

/** What can happen in this context: to a subscriber or to a notification. */
public sealed interface MessageEvent extends DomainEvent
    permits SubscriberEvent, NotificationEvent {

  /** Who is to hear of something. */
  SubscriberId subscriberId();
}
