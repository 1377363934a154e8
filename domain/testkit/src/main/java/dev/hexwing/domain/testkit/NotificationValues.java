package dev.hexwing.domain.testkit;

import dev.hexwing.domain.notification.Endpoint;
import dev.hexwing.domain.notification.FailureReason;
import dev.hexwing.domain.notification.Message;
import dev.hexwing.domain.notification.NotificationId;
import dev.hexwing.domain.notification.RetryPolicy;
import dev.hexwing.domain.notification.SubscriberId;
import dev.hexwing.domain.notification.Topic;
import dev.hexwing.domain.notification.Topics;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary values of notification, valid by construction. */
public final class NotificationValues {

  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
  private static final String HOST = SMALL + "0123456789";

  private NotificationValues() {}

  /** Names of notifications. */
  public static Arbitrary<NotificationId> notificationIds() {
    return SharedValues.uuids(NotificationId::new);
  }

  /** Names of subscribers. */
  public static Arbitrary<SubscriberId> subscriberIds() {
    return SharedValues.uuids(SubscriberId::new);
  }

  /** Topics: well-known ones, so that they meet, and any others. */
  public static Arbitrary<Topic> topics() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of("order.paid", "drone.dispatched", "delivery.completed")),
            Tuple.of(1, Texts.of(SMALL, HOST + ".-", 100)))
        .map(Topic::new);
  }

  /** 1 to 50 topics; few come often. */
  public static Arbitrary<Topics> topicSets() {
    return Arbitraries.frequencyOf(
            Tuple.of(4, topics().set().ofMinSize(1).ofMaxSize(3)),
            Tuple.of(
                1,
                Texts.of(SMALL, SMALL, 100)
                    .map(Topic::new)
                    .set()
                    .ofMinSize(1)
                    .ofMaxSize(Topics.MOST)))
        .map(Topics::new);
  }

  /** Addresses that take messages, with and without port and path. */
  public static Arbitrary<Endpoint> endpoints() {
    return Combinators.combine(
            Texts.of(HOST, HOST, 60),
            Arbitraries.of("", ".example", ".example:8443"),
            Arbitraries.of("", "/", "/hooks", "/hooks?of=hexwing&n=1"))
        .as((host, rest, path) -> new Endpoint("https://" + host + rest + path));
  }

  /** Messages of one character up to the longest, a few of them very long. */
  public static Arbitrary<Message> messages() {
    return Combinators.combine(
            topics(),
            SharedValues.eventIds(),
            Arbitraries.frequencyOf(
                Tuple.of(20, Texts.words(200)), Tuple.of(1, Texts.words(Message.LONGEST_BODY))))
        .as(Message::new);
  }

  /** Why a message did not arrive. */
  public static Arbitrary<FailureReason> failureReasons() {
    return Texts.words(200).map(FailureReason::new);
  }

  /** Policies; few attempts and an early pause come often. */
  public static Arbitrary<RetryPolicy> retryPolicies() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3_600),
            Arbitraries.integers().between(0, 86_400),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(1, 3)),
                Tuple.of(1, Arbitraries.integers().between(1, 1_000))),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(1, 3)),
                Tuple.of(1, Arbitraries.integers().greaterOrEqual(1))))
        .as(
            (first, more, most, failures) ->
                new RetryPolicy(
                    Duration.ofSeconds(first), Duration.ofSeconds(first + more), most, failures));
  }
}
