package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.domain.notification.Endpoint;
import dev.hexwing.domain.notification.FailureReason;
import dev.hexwing.domain.notification.Message;
import dev.hexwing.domain.notification.Notification;
import dev.hexwing.domain.notification.NotificationEvent.NotificationAbandoned;
import dev.hexwing.domain.notification.NotificationEvent.NotificationQueued;
import dev.hexwing.domain.notification.NotificationId;
import dev.hexwing.domain.notification.NotificationRefusal;
import dev.hexwing.domain.notification.NotificationSnapshot;
import dev.hexwing.domain.notification.NotificationStatus;
import dev.hexwing.domain.notification.RetryPolicy;
import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.notification.SubscriberEvent.SubscriberPaused;
import dev.hexwing.domain.notification.SubscriberId;
import dev.hexwing.domain.notification.SubscriberRefusal;
import dev.hexwing.domain.notification.SubscriberSnapshot;
import dev.hexwing.domain.notification.SubscriberStatus;
import dev.hexwing.domain.notification.Topic;
import dev.hexwing.domain.notification.Topics;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What subscribers and notifications hold to, whatever becomes of messages. */
class NotificationPropertiesTest {

  private static final Instant START = Instant.parse("2026-03-01T10:04:00Z");
  private static final Topic CONFIRMED = new Topic("payments.confirmed");
  private static final FailureReason GONE = new FailureReason("connection refused");
  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(1), 5, 3);

  enum Step {
    ARRIVED,
    FAILED,
    GIVEN_UP,
    QUEUED_AGAIN
  }

  enum Deed {
    SUCCEEDED,
    FAILED,
    RESUMED,
    CHANGED,
    LEFT
  }

  Occasion at(long second) {
    return Occasion.of(START.plusSeconds(second), new CorrelationId("call"));
  }

  Notification notification() {
    return Notification.queue(
        new NotificationId(new UUID(0, 1)),
        new SubscriberId(new UUID(0, 2)),
        new Message(CONFIRMED, new EventId("A47/3"), "{}"),
        at(0));
  }

  Subscriber subscriber() {
    return Subscriber.join(
        new SubscriberId(new UUID(0, 2)),
        new Endpoint("https://shop.example/hooks"),
        new Topics(Set.of(CONFIRMED)),
        at(0));
  }

  @Group
  class Notifications {

    @Property
    void what_is_delivered_stays_so_and_attempts_are_bounded(
        @ForAll @Size(max = 20) List<Step> steps) {
      Notification notification = notification();
      int second = 0;
      for (Step step : steps) {
        NotificationSnapshot before = notification.snapshot();
        Either<NotificationRefusal, ?> answer = take(notification, step, at(++second));
        NotificationSnapshot after = notification.snapshot();
        Cases.met("from", 10, before.status(), (Object[]) NotificationStatus.values());
        boolean fits =
            step == Step.QUEUED_AGAIN
                ? before.status() == NotificationStatus.ABANDONED
                : before.status() == NotificationStatus.PENDING;
        assertThat(answer.isRight()).isEqualTo(fits);
        assertThat(after.attempts()).isBetween(0, POLICY.mostAttempts());
        if (!fits) {
          assertThat(after).isEqualTo(before);
          continue;
        }
        assertThat(after.version()).isEqualTo(before.version().next());
        assertThat(after.status()).isEqualTo(expected(step, after.attempts()));
        assertThat(Notification.reconstitute(after).snapshot()).isEqualTo(after);
      }
    }

    private Either<NotificationRefusal, ?> take(Notification one, Step step, Occasion occasion) {
      return switch (step) {
        case ARRIVED -> one.markDelivered(occasion);
        case FAILED -> one.markFailed(GONE, POLICY, occasion);
        case GIVEN_UP -> one.abandon(GONE, occasion);
        case QUEUED_AGAIN -> one.queueAgain(occasion);
      };
    }

    private NotificationStatus expected(Step step, int attempts) {
      return switch (step) {
        case ARRIVED -> NotificationStatus.DELIVERED;
        case FAILED ->
            attempts == POLICY.mostAttempts()
                ? NotificationStatus.ABANDONED
                : NotificationStatus.PENDING;
        case GIVEN_UP -> NotificationStatus.ABANDONED;
        case QUEUED_AGAIN -> NotificationStatus.PENDING;
      };
    }

    @Example
    void waits_double_up_to_the_longest_and_the_last_attempt_ends_it() {
      Notification notification = notification();
      assertThat(notification.dueAt()).isEqualTo(START);
      for (int wait : List.of(10, 20, 40, 60)) {
        assertThat(notification.markFailed(GONE, POLICY, at(1_000)).get()).isEqualTo(Option.none());
        assertThat(notification.dueAt()).isEqualTo(START.plusSeconds(1_000 + wait));
      }
      NotificationAbandoned abandoned =
          notification.markFailed(GONE, POLICY, at(1_000)).get().get();
      assertThat(abandoned.attempts()).isEqualTo(5);
      assertThat(abandoned.reason()).isEqualTo(GONE);
      NotificationQueued queued = notification.queueAgain(at(2_000)).get();
      assertThat(queued.topic()).isEqualTo(CONFIRMED);
      assertThat(notification.attempts()).isZero();
      assertThat(notification.dueAt()).isEqualTo(START.plusSeconds(2_000));
      assertThat(notification.drainEvents()).hasSize(3);
    }

    @Example
    void a_message_has_1_to_65536_characters() {
      EventId cause = new EventId("A47/3");
      String longest = "x".repeat(65_536);
      assertThat(new Message(CONFIRMED, cause, longest).body()).isEqualTo(longest);
      for (String wrong : List.of("", longest + "x")) {
        assertThatThrownBy(() -> new Message(CONFIRMED, cause, wrong))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }

    @Property
    void a_wait_is_never_shorter_than_the_last_nor_longer_than_allowed(
        @ForAll @IntRange(min = 1, max = 5_000) int failures) {
      RetryPolicy policy = RetryPolicy.STANDARD;
      assertThat(policy.delayAfter(failures)).isBetween(policy.firstDelay(), policy.longestDelay());
      assertThat(policy.delayAfter(failures + 1))
          .isGreaterThanOrEqualTo(policy.delayAfter(failures));
    }
  }

  @Group
  class Subscribers {

    /** Mostly failures, or hardly any subscriber would be paused before it leaves. */
    @Provide
    Arbitrary<List<Deed>> deeds() {
      return Arbitraries.frequency(
              Tuple.of(10, Deed.FAILED),
              Tuple.of(2, Deed.SUCCEEDED),
              Tuple.of(4, Deed.RESUMED),
              Tuple.of(2, Deed.CHANGED),
              Tuple.of(1, Deed.LEFT))
          .list()
          .ofMaxSize(30);
    }

    @Property
    void failures_in_a_row_pause_and_only_resuming_helps(@ForAll("deeds") List<Deed> deeds) {
      Subscriber subscriber = subscriber();
      int inARow = 0;
      int second = 0;
      for (Deed deed : deeds) {
        SubscriberSnapshot before = subscriber.snapshot();
        Option<SubscriberRefusal> refusal = take(subscriber, deed, at(++second));
        SubscriberSnapshot after = subscriber.snapshot();
        Cases.met("from", 10, before.status(), (Object[]) SubscriberStatus.values());
        boolean active = before.status() == SubscriberStatus.ACTIVE;
        inARow =
            switch (deed) {
              case FAILED -> active ? inARow + 1 : inARow;
              case SUCCEEDED -> active ? 0 : inARow;
              case RESUMED -> refusal.isEmpty() ? 0 : inARow;
              case CHANGED, LEFT -> inARow;
            };
        assertThat(after.failures()).isEqualTo(inARow);
        assertThat(subscriber.wants(CONFIRMED))
            .isEqualTo(after.status() == SubscriberStatus.ACTIVE);
        if (after.status() != SubscriberStatus.LEFT) {
          assertThat(after.status() == SubscriberStatus.PAUSED).isEqualTo(inARow >= 3);
        }
        if (before.status() == SubscriberStatus.LEFT) {
          assertThat(after).isEqualTo(before);
        }
        if (refusal.isDefined()) {
          assertThat(after).isEqualTo(before);
        }
        assertThat(Subscriber.reconstitute(after).snapshot()).isEqualTo(after);
      }
    }

    private Option<SubscriberRefusal> take(Subscriber one, Deed deed, Occasion occasion) {
      return switch (deed) {
        case SUCCEEDED -> {
          one.noteSuccess();
          yield Option.none();
        }
        case FAILED -> {
          Option<SubscriberPaused> paused = one.noteFailure(POLICY, occasion);
          assertThat(paused.forAll(event -> event.failures() == 3)).isTrue();
          yield Option.none();
        }
        case RESUMED -> one.resume(occasion).fold(Option::some, event -> Option.none());
        case CHANGED ->
            one.changeTopics(Topics.of("payments.confirmed", "orders.placed"), occasion)
                .fold(Option::some, event -> Option.none());
        case LEFT -> one.leave(occasion).fold(Option::some, event -> Option.none());
      };
    }

    @Example
    void it_hears_of_what_it_wants_and_of_nothing_else() {
      Subscriber subscriber = subscriber();
      Topic placed = new Topic("orders.placed");
      assertThat(subscriber.wants(placed)).isFalse();
      subscriber.changeTopics(Topics.of("orders.placed"), at(1)).get();
      assertThat(subscriber.wants(placed)).isTrue();
      assertThat(subscriber.wants(CONFIRMED)).isFalse();
    }

    @Example
    void only_encrypted_addresses_without_secrets_in_them_are_taken() {
      for (String fine :
          List.of(
              "https://shop.example",
              "https://shop.example:8443/hooks?for=us&x=%20",
              "https://a?b",
              "https://10.0.0.1/")) {
        assertThat(Endpoint.of(fine).isRight()).as(fine).isTrue();
      }
      for (String bad :
          List.of(
              "",
              "http://shop.example/",
              "https://",
              "https:///hooks",
              "https://user:pass@shop.example/",
              "https://shop.example/#part",
              "https://shop.example/a b",
              "https://shop.example/\r\nX: y",
              "https://-shop.example/",
              "ftp://shop.example",
              "https://shöp.example/",
              "https://shop.example/" + "a".repeat(2_000))) {
        assertThat(Endpoint.of(bad).isLeft()).as(bad).isTrue();
      }
    }
  }
}
