package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.Undelivered;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators are shown of messages that were not taken, and how they have them resumed. */
class DeadLettersTest {

  private static final String PATH = "/v1/operations/dead-letters";

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  /** An order that was paid, without its consumer having heard of it. */
  private String unheardPayment() {
    String order = shop.order();
    shop.pay(order, "k");
    DomainEvent confirmed =
        shop.store.claim(10, Duration.ofMinutes(1)).stream()
            .filter(message -> message.event().aggregateId().equals(order))
            .findFirst()
            .orElseThrow()
            .event();
    shop.deadLetters.setAside(
        Undelivered.of("journey.track", confirmed, "no place for it", 9), DeadLetter.State.PARKED);
    return order;
  }

  private JsonNode items() {
    return shop.get(PATH).json().get("items");
  }

  private void setAside(String place) {
    shop.deadLetters.setAside(
        new Undelivered(
            "payments.give-back-unwanted",
            place,
            Option.none(),
            "?",
            Option.some(new CorrelationId("tap-7")),
            "no CloudEvent",
            1),
        DeadLetter.State.PARKED);
  }

  @Nested
  class Shown {

    @Test
    void is_an_event_with_its_facts_its_reason_and_its_intent() {
      String order = unheardPayment();
      shop.clock.advance(Duration.ofMillis(100));
      JsonNode shown = items().get(0);
      assertThat(shown.get("type").asString()).isEqualTo("dev.hexwing.ordering.order-placed.v1");
      assertThat(shown.get("aggregateId").asString()).isEqualTo(order);
      assertThat(shown.get("data").get("orderId").asString()).isEqualTo(order);
      assertThat(shown.get("reason").asString()).isEqualTo("no place for it");
      assertThat(shown.get("state").asString()).isEqualTo("parked");
      assertThat(shown.get("correlationId").asString()).isNotEmpty();
      assertThat(shown.get("ageMs").asLong()).isEqualTo(100);
      assertThat(shown.get("payload").isNull()).isTrue();
    }

    @Test
    void are_pages_and_what_came_if_it_is_no_event() {
      setAside("t-1@1");
      setAside("t-1@2");
      setAside("t-1@3");
      Answer first = shop.get(PATH + "?limit=2");
      assertThat(first.json().get("items")).hasSize(2);
      Answer rest = shop.get(PATH + "?limit=2&cursor=" + first.string("/nextCursor"));
      assertThat(rest.json().get("items")).hasSize(1);
      assertThat(rest.string("/items/0/payload")).isEqualTo("?");
      assertThat(rest.string("/items/0/correlationId")).isEqualTo("tap-7");
    }
  }

  @Nested
  class Dismissed {

    @Test
    void is_what_is_no_event_and_nothing_else_with_it() {
      setAside("t-1@1");
      setAside("t-1@2");
      String id = items().get(0).get("letterId").asString();
      assertThat(shop.post(PATH + "/" + id + "/dismissal", "").status()).isEqualTo(204);
      assertThat(items()).hasSize(1);
      assertThat(items().get(0).get("letterId").asString()).isNotEqualTo(id);
      assertThat(shop.post(PATH + "/" + id + "/dismissal", "").code())
          .isEqualTo("dead-letter.unknown");
    }

    @Test
    void is_never_what_happened() {
      unheardPayment();
      String id = items().get(0).get("letterId").asString();
      Answer refused = shop.post(PATH + "/" + id + "/dismissal", "");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("dead-letter.holds-event");
      assertThat(items()).hasSize(1);
    }

    @Test
    void nobody_is_404() {
      assertThat(shop.post(PATH + "/nonsense/dismissal", "").status()).isEqualTo(404);
    }
  }

  @Nested
  class Counted {

    @Test
    void are_those_of_each_consumer_and_none_of_the_others() {
      setAside("t-1@1");
      setAside("t-1@2");
      assertThat(shop.hexwing.useCases().countDeadLetters().count())
          .containsEntry("payments.give-back-unwanted", 2L)
          .containsEntry("journey.track", 0L);
    }
  }

  @Nested
  class Resumed {

    @Test
    void a_message_takes_effect_and_is_gone() {
      unheardPayment();
      String id = items().get(0).get("letterId").asString();
      Answer resumed = shop.post(PATH + "/" + id + "/resume", "");
      assertThat(resumed.status()).isEqualTo(200);
      assertThat(resumed.json().get("taken").asInt()).isEqualTo(1);
      assertThat(items()).isEmpty();
      assertThat(shop.post(PATH + "/" + id + "/resume", "").code())
          .isEqualTo("dead-letter.unknown");
    }

    @Test
    void what_is_no_event_stays_and_says_why() {
      setAside("t-1@1");
      String id = items().get(0).get("letterId").asString();
      Answer refused = shop.post(PATH + "/" + id + "/resume", "");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("dead-letter.still-refused");
      assertThat(items()).hasSize(1);
    }

    @Test
    void nobody_is_404() {
      assertThat(shop.post(PATH + "/" + new UUID(1, 1) + "/resume", "").code())
          .isEqualTo("dead-letter.unknown");
      assertThat(shop.post(PATH + "/nonsense/resume", "").status()).isEqualTo(404);
    }
  }
}
