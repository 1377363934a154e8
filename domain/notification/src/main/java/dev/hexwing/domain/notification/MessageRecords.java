package dev.hexwing.domain.notification;

import dev.hexwing.domain.notification.NotificationEvent.NotificationAbandoned;
import dev.hexwing.domain.notification.NotificationEvent.NotificationDelivered;
import dev.hexwing.domain.notification.NotificationEvent.NotificationQueued;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberJoined;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberLeft;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberPaused;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberResumed;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberTopicsChanged;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.UnreadableEvent;
import dev.hexwing.domain.shared.internal.Facts;
import dev.hexwing.domain.shared.internal.RecordReader;
import dev.hexwing.domain.shared.internal.Upcasts;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Subscriber and notification events as records, and back, without loss.
 *
 * <p>Stateless, and safe for use by any number of threads.
 */
public final class MessageRecords {

  /** What the names of this context's types begin with. */
  public static final String PREFIX = "dev.hexwing.notification.";

  private static final String JOINED = PREFIX + "subscriber-joined.v1";
  private static final String TOPICS_CHANGED = PREFIX + "subscriber-topics-changed.v1";
  private static final String PAUSED = PREFIX + "subscriber-paused.v1";
  private static final String RESUMED = PREFIX + "subscriber-resumed.v1";
  private static final String LEFT = PREFIX + "subscriber-left.v1";
  private static final String QUEUED = PREFIX + "notification-queued.v1";
  private static final String DELIVERED = PREFIX + "notification-delivered.v1";
  private static final String ABANDONED = PREFIX + "notification-abandoned.v1";

  /** The stable names of all types of this context. */
  public static final Set<String> TYPES =
      Set.of(JOINED, TOPICS_CHANGED, PAUSED, RESUMED, LEFT, QUEUED, DELIVERED, ABANDONED);

  private static final RecordReader<MessageEvent> READER =
      new RecordReader<>(Upcasts.none(), MessageRecords::read);

  private MessageRecords() {}

  /** The record of an event. */
  public static EventRecord toRecord(MessageEvent event) {
    Objects.requireNonNull(event, "event");
    return new EventRecord(type(event), facts(event).asMap(), event.metadata());
  }

  /**
   * The event of a record, of whatever version it is.
   *
   * @throws UnreadableEvent if its type is unknown to this release or a fact is missing or wrong
   */
  public static MessageEvent toEvent(EventRecord record) {
    return READER.read(record);
  }

  /**
   * The stable name of an event's type, such as {@code
   * dev.hexwing.notification.subscriber-left.v1}.
   */
  public static String type(MessageEvent event) {
    Objects.requireNonNull(event, "event");
    return switch (event) {
      case SubscriberJoined joined -> JOINED;
      case SubscriberTopicsChanged changed -> TOPICS_CHANGED;
      case SubscriberPaused paused -> PAUSED;
      case SubscriberResumed resumed -> RESUMED;
      case SubscriberLeft left -> LEFT;
      case NotificationQueued queued -> QUEUED;
      case NotificationDelivered delivered -> DELIVERED;
      case NotificationAbandoned abandoned -> ABANDONED;
    };
  }

  private static Facts facts(MessageEvent event) {
    Facts facts = Facts.none().with("subscriberId", event.subscriberId().value());
    return switch (event) {
      case SubscriberJoined joined ->
          facts.with("endpoint", joined.endpoint().value()).with("topics", names(joined.topics()));
      case SubscriberTopicsChanged changed -> facts.with("topics", names(changed.topics()));
      case SubscriberPaused paused -> facts.with("failures", paused.failures());
      case SubscriberResumed resumed -> facts;
      case SubscriberLeft left -> facts;
      case NotificationQueued queued ->
          facts
              .with("notificationId", queued.notificationId().value())
              .with("topic", queued.topic().value());
      case NotificationDelivered delivered ->
          facts
              .with("notificationId", delivered.notificationId().value())
              .with("attempts", delivered.attempts());
      case NotificationAbandoned abandoned ->
          facts
              .with("notificationId", abandoned.notificationId().value())
              .with("attempts", abandoned.attempts())
              .with("reason", abandoned.reason().text());
    };
  }

  private static MessageEvent read(String type, EventMetadata metadata, Facts facts) {
    SubscriberId subscriber = new SubscriberId(facts.uuid("subscriberId"));
    return switch (type) {
      case JOINED ->
          new SubscriberJoined(
              metadata, subscriber, new Endpoint(facts.text("endpoint")), topics(facts));
      case TOPICS_CHANGED -> new SubscriberTopicsChanged(metadata, subscriber, topics(facts));
      case PAUSED -> new SubscriberPaused(metadata, subscriber, facts.count("failures"));
      case RESUMED -> new SubscriberResumed(metadata, subscriber);
      case LEFT -> new SubscriberLeft(metadata, subscriber);
      case QUEUED ->
          new NotificationQueued(
              metadata, notification(facts), subscriber, new Topic(facts.text("topic")));
      case DELIVERED ->
          new NotificationDelivered(
              metadata, notification(facts), subscriber, facts.count("attempts"));
      case ABANDONED ->
          new NotificationAbandoned(
              metadata,
              notification(facts),
              subscriber,
              facts.count("attempts"),
              new FailureReason(facts.text("reason")));
      default -> throw UnreadableEvent.ofType(type);
    };
  }

  private static NotificationId notification(Facts facts) {
    return new NotificationId(facts.uuid("notificationId"));
  }

  private static List<String> names(Topics topics) {
    return topics.sorted().stream().map(Topic::value).toList();
  }

  private static Topics topics(Facts facts) {
    return Topics.of(facts.texts("topics").toArray(String[]::new));
  }
}
