package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.access.PrincipalId;
import dev.hexwing.domain.access.Scope;
import dev.hexwing.domain.access.Scopes;
import dev.hexwing.domain.access.SecretHash;
import dev.hexwing.domain.delivery.DroneModel;
import dev.hexwing.domain.delivery.Reason;
import dev.hexwing.domain.notification.Endpoint;
import dev.hexwing.domain.notification.FailureReason;
import dev.hexwing.domain.notification.Notification;
import dev.hexwing.domain.notification.NotificationEvent.NotificationAbandoned;
import dev.hexwing.domain.notification.RetryPolicy;
import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.notification.SubscriberSnapshot;
import dev.hexwing.domain.notification.SubscriberStatus;
import dev.hexwing.domain.notification.Topic;
import dev.hexwing.domain.notification.Topics;
import dev.hexwing.domain.ordering.CancellationReason;
import dev.hexwing.domain.ordering.CustomerId;
import dev.hexwing.domain.ordering.DropOff;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.payments.DeclineReason;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.Money;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Values at the last that is taken and the first that is not. */
class LimitsTest {

  @Nested
  class Texts_on_one_line {

    private static final Map<Integer, List<Function<String, ?>>> LONGEST =
        Map.of(
            60, List.of(DroneModel::new),
            100, List.of(CustomerId::new, PrincipalId::new, LimitsTest::declinedWith),
            200, List.of(CancellationReason::new, Reason::new, FailureReason::new));

    @Test
    void have_one_visible_character_at_least_and_so_many_at_most() {
      LONGEST.forEach(
          (longest, types) ->
              types.forEach(
                  type -> {
                    taken(type, "x");
                    taken(type, "x".repeat(longest));
                    taken(type, " ".repeat(longest - 1) + "x");
                    refused(type, "x".repeat(longest + 1));
                    refused(type, "");
                    refused(type, " ");
                  }));
    }

    @Test
    void have_no_control() {
      for (String control : List.of("\n", "\t", "\u0000", "\u001f", "\u007f", "\u0085", "\u009f")) {
        LONGEST
            .values()
            .forEach(
                types ->
                    types.forEach(
                        type -> {
                          refused(type, control + "x");
                          refused(type, "x" + control);
                        }));
      }
    }

    @Test
    void are_written_as_they_are() {
      assertThat(new DroneModel("Heron 2")).hasToString("Heron 2");
      assertThat(new CustomerId("ann")).hasToString("ann");
      assertThat(new PrincipalId("shop-7")).hasToString("shop-7");
      assertThat(PrincipalId.of("x".repeat(100)).get()).hasToString("x".repeat(100));
      assertThat(PrincipalId.of("x".repeat(101)).isLeft()).isTrue();
    }
  }

  @Nested
  class Names {

    @Test
    void of_events_have_an_aggregate_and_a_version_around_the_last_slash() {
      assertThat(new EventId("a/1")).hasToString("a/1");
      assertThat(new EventId("a/b/1").value()).isEqualTo("a/b/1");
      assertThat(new EventId("x".repeat(198) + "/1").value()).hasSize(200);
      refused(() -> new EventId("x".repeat(199) + "/1"));
      refused(() -> new EventId("a1"));
      refused(() -> new EventId("/1"));
      refused(() -> new EventId("a/"));
      refused(() -> new EventId("/"));
      refused(() -> new EventId("a/b/"));
      for (String control : List.of("\u0000", "\u0007", "\u001f", "\u007f", "\u009f")) {
        refused(() -> new EventId(control + "a/1"));
        refused(() -> new EventId("a/1" + control));
      }
      for (String fine : List.of(" ", "~", "\u00a0", "\ud83d\ude80")) {
        assertThat(new EventId(fine + "a/1" + fine).value()).isEqualTo(fine + "a/1" + fine);
      }
      refused(() -> new EventId("a/1\n"));
    }

    @Test
    void of_correlations_are_written_as_they_are() {
      assertThat(new CorrelationId("tap-1")).hasToString("tap-1");
    }

    @Test
    void of_endpoints_have_up_to_2000_characters() {
      String address = "https://shop.example/";
      String longest = address + "x".repeat(2_000 - address.length());
      assertThat(new Endpoint(longest)).hasToString(longest);
      refused(() -> new Endpoint(longest + "x"));
    }

    @Test
    void of_scopes_are_written_as_in_RFC_6749() {
      assertThat(Scopes.of("payments:write", "orders:read"))
          .hasToString("orders:read payments:write");
    }

    @Test
    void of_topics_and_goods_are_written_as_they_are_and_sorted_by_that() {
      assertThat(new Topic("orders.placed")).hasToString("orders.placed");
      assertThat(new Sku("COFFEE-250")).hasToString("COFFEE-250");
      assertThat(new Sku("COFFEE-250")).isLessThan(new Sku("TEA"));
      assertThat(new Sku("TEA")).isEqualByComparingTo(new Sku("TEA"));
    }

    @Test
    void come_up_to_50_in_a_set() {
      String[] fifty = IntStream.range(0, 50).mapToObj(i -> "a" + i).toArray(String[]::new);
      String[] oneMore = IntStream.range(0, 51).mapToObj(i -> "a" + i).toArray(String[]::new);
      assertThat(Scopes.of(fifty).all()).hasSize(50);
      assertThat(Topics.of(fifty).all()).hasSize(50);
      refused(() -> Scopes.of(oneMore));
      refused(() -> Topics.of(oneMore));
      refused(Scopes::of);
      refused(Topics::of);
    }

    @Test
    void of_secrets_have_22_to_512_visible_ascii_characters() {
      assertThat(SecretHash.of("!".repeat(22)).isRight()).isTrue();
      assertThat(SecretHash.of("~".repeat(512)).isRight()).isTrue();
      assertThat(SecretHash.of("!".repeat(21)).isLeft()).isTrue();
      assertThat(SecretHash.of("~".repeat(513)).isLeft()).isTrue();
      assertThat(SecretHash.of(" ".repeat(22)).isLeft()).isTrue();
      assertThat(SecretHash.of("\u007f".repeat(22)).isLeft()).isTrue();
    }
  }

  @Nested
  class Places {

    @Test
    void are_on_earth_poles_and_date_line_included() {
      for (double sign : new double[] {-1, 1}) {
        assertThat(new DropOff(sign * 90, sign * 180).latitude()).isEqualTo(sign * 90);
        assertThat(new dev.hexwing.domain.delivery.DropOff(sign * 90, sign * 180).longitude())
            .isEqualTo(sign * 180);
        double north = sign * Math.nextUp(90.0);
        double east = sign * Math.nextUp(180.0);
        refused(() -> new DropOff(north, 0));
        refused(() -> new DropOff(0, east));
        refused(() -> new dev.hexwing.domain.delivery.DropOff(north, 0));
        refused(() -> new dev.hexwing.domain.delivery.DropOff(0, east));
      }
      refused(() -> new DropOff(Double.NaN, 0));
      refused(() -> new DropOff(0, Double.NaN));
    }
  }

  @Nested
  class Policies {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void wait_from_above_nothing_to_30_days() {
      assertThat(new RetryPolicy(MONTH, MONTH, 1, 1).delayAfter(2)).isEqualTo(MONTH);
      assertThat(new RetryPolicy(Duration.ofNanos(1), SECOND, 1, 1).delayAfter(1))
          .isEqualTo(Duration.ofNanos(1));
      refused(() -> new RetryPolicy(Duration.ZERO, SECOND, 1, 1));
      refused(() -> new RetryPolicy(SECOND.negated(), SECOND, 1, 1));
      refused(() -> new RetryPolicy(SECOND, MONTH.plusNanos(1), 1, 1));
      refused(() -> new RetryPolicy(SECOND, SECOND.minusNanos(1), 1, 1));
    }

    @Test
    void allow_1_to_1000_attempts_and_any_failures() {
      assertThat(new RetryPolicy(SECOND, MONTH, 1_000, Integer.MAX_VALUE).mostAttempts())
          .isEqualTo(1_000);
      refused(() -> new RetryPolicy(SECOND, MONTH, 0, 1));
      refused(() -> new RetryPolicy(SECOND, MONTH, 1_001, 1));
      refused(() -> new RetryPolicy(SECOND, MONTH, 1, 0));
    }
  }

  @Nested
  class Versions {

    @Test
    void begin_with_none_and_end_with_the_largest_long() {
      assertThat(new Version(0)).isEqualTo(Version.NONE);
      refused(() -> new Version(-1));
      assertThat(new Version(Long.MAX_VALUE - 1).next().value()).isEqualTo(Long.MAX_VALUE);
    }
  }

  @Nested
  class Amounts {

    @Test
    void are_written_with_one_sign() {
      assertThat(Money.ofMinor(-100, "EUR")).hasToString("EUR -1.00");
      assertThat(Money.ofMinor(-99, "EUR")).hasToString("EUR -0.99");
      assertThat(Money.ofMinor(-101, "EUR")).hasToString("EUR -1.01");
    }

    @Test
    void of_nothing_are_neither_above_nor_below_it() {
      Money nothing = Money.ofMinor(0, "EUR");
      assertThat(nothing.isZero()).isTrue();
      assertThat(nothing.isPositive()).isFalse();
      assertThat(nothing.isNegative()).isFalse();
    }

    @Test
    void need_a_figure() {
      assertThat(Money.parse("EUR ").getLeft().code()).isEqualTo("money.malformed");
      assertThat(Money.parse("JPY 1").get()).isEqualTo(Money.ofMinor(1, "JPY"));
    }

    @Test
    void are_read_from_figures_as_they_stand() {
      assertThat(Money.read(5_000, "EUR").get()).isEqualTo(Money.ofMinor(5_000, "EUR"));
      assertThat(Money.read(5_000, "XAU").getLeft().code()).isEqualTo("money.no-minor-unit");
    }

    @Test
    void are_multiplied_up_to_the_largest_long_however_the_ratio_is_written() {
      Money most = Money.ofMinor(Long.MAX_VALUE, "EUR");
      BigDecimal one = BigDecimal.ONE.setScale(30);
      assertThat(most.times(one, RoundingMode.UNNECESSARY)).isEqualTo(most);
    }

    @Test
    void are_split_into_one_part_and_into_more_parts_than_units() {
      Money cents = Money.ofMinor(2, "EUR");
      assertThat(cents.split(1)).containsExactly(cents);
      assertThat(cents.split(3))
          .containsExactly(
              Money.ofMinor(1, "EUR"), Money.ofMinor(1, "EUR"), Money.ofMinor(0, "EUR"));
    }
  }

  /** A store compares versions, so whatever changed must make one, and nothing else may. */
  @Nested
  class Quiet_changes {

    @Test
    void of_a_keys_last_use_come_once_a_minute() {
      ApiKey key = Samples.apiKey();
      Scope needed = new Scope("payments:read");
      Instant first = Samples.NOW.plusSeconds(1);
      key.use(needed, first).get();
      assertThat(key.snapshot().version().value()).isEqualTo(2);
      key.use(needed, first.plusSeconds(60).minusNanos(1)).get();
      assertThat(key.snapshot().version().value()).isEqualTo(2);
      assertThat(key.lastUsedAt().get()).isEqualTo(first);
      key.use(needed, first.plusSeconds(60)).get();
      assertThat(key.snapshot().version().value()).isEqualTo(3);
      assertThat(key.lastUsedAt().get()).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void of_a_subscriber_come_with_failures_and_with_the_success_that_ends_them() {
      Subscriber subscriber = Samples.subscriber();
      SubscriberSnapshot before = subscriber.snapshot();
      subscriber.noteSuccess();
      assertThat(subscriber.snapshot()).isEqualTo(before);
      subscriber.noteFailure(RetryPolicy.STANDARD, Samples.at(Samples.NOW));
      assertThat(subscriber.snapshot().version().value()).isEqualTo(2);
      subscriber.noteSuccess();
      assertThat(subscriber.snapshot().version().value()).isEqualTo(3);
    }

    @Test
    void that_paused_a_subscriber_are_at_least_one() {
      SubscriberSnapshot active = Samples.subscriber().snapshot();
      Subscriber paused = Subscriber.reconstitute(with(active, SubscriberStatus.PAUSED, 1));
      assertThat(paused.status()).isEqualTo(SubscriberStatus.PAUSED);
      refused(() -> Subscriber.reconstitute(with(active, SubscriberStatus.PAUSED, 0)));
      refused(() -> Subscriber.reconstitute(with(active, SubscriberStatus.ACTIVE, -1)));
    }

    private static SubscriberSnapshot with(
        SubscriberSnapshot state, SubscriberStatus status, int failures) {
      return new SubscriberSnapshot(
          state.subscriberId(),
          state.endpoint(),
          state.topics(),
          status,
          failures,
          state.version());
    }

    @Test
    void of_a_notification_are_told_with_the_attempt_that_counts() {
      Occasion now = Samples.at(Samples.NOW);
      FailureReason gone = new FailureReason("connection refused");
      RetryPolicy twice = new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 1);
      Notification failing = Samples.notification();
      assertThat(failing.markFailed(gone, twice, now).get().isEmpty()).isTrue();
      NotificationAbandoned abandoned = failing.markFailed(gone, twice, now).get().get();
      assertThat(abandoned.attempts()).isEqualTo(2);
      Notification arriving = Samples.notification();
      arriving.markFailed(gone, twice, now).get();
      assertThat(arriving.markDelivered(now).get().attempts()).isEqualTo(2);
      assertThat(arriving.attempts()).isEqualTo(2);
    }
  }

  private static DeclineReason declinedWith(String code) {
    return new DeclineReason(code, "");
  }

  private static void taken(Function<String, ?> type, String text) {
    assertThat((Object) type.apply(text)).isNotNull();
  }

  private static void refused(Function<String, ?> type, String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> taken(type, text));
  }

  private static void refused(Runnable wrong) {
    assertThatIllegalArgumentException().isThrownBy(wrong::run);
  }
}
