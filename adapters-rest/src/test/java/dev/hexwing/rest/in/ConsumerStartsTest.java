package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.Beginning;
import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.domain.shared.DomainEvent;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How operators see that a new consumer catches up. */
class ConsumerStartsTest {

  private static final String PATH = "/v1/operations/consumer-starts";

  /** A team's own consumer, which takes every event. */
  private record Ledger(Option<Beginning> beginning) implements EventConsumer {
    @Override
    public String name() {
      return "books.ledger";
    }

    @Override
    public boolean wants(DomainEvent event) {
      return true;
    }

    @Override
    public void on(DomainEvent event) {
      assertThat(event.aggregateId()).isNotEmpty();
    }
  }

  @Test
  void none_is_shown_where_none_asked() {
    try (Shop shop = new Shop(new Ledger(Option.none()))) {
      shop.hexwing.feedOnce();
      assertThat(items(shop)).isEmpty();
    }
  }

  @Test
  void one_is_shown_on_its_way_when_its_node_is_gone_and_live() {
    try (Shop shop = new Shop(new Ledger(Option.some(Beginning.OF_EVERYTHING)))) {
      assertThat(items(shop)).isEmpty();
      shop.order();
      shop.settle();
      shop.store.execute(stores -> stores.history().file(10));
      shop.clock.advance(Duration.ofMillis(1500));
      shop.hexwing.feedOnce();
      JsonNode start = items(shop).get(0);
      assertThat(start.get("consumer").asString()).isEqualTo("books.ledger");
      assertThat(start.get("state").asString()).isEqualTo("starting");
      assertThat(start.get("underWay").asBoolean()).isTrue();
      assertThat(start.get("total").asLong()).isPositive();
      assertThat(start.get("ageMs").asLong()).isEqualTo(1500);
      assertThat(start.get("reason").isNull()).isTrue();
      shop.clock.advance(Duration.ofMinutes(5));
      assertThat(items(shop).get(0).get("underWay").asBoolean()).isFalse();
      shop.clock.advance(Duration.ofMinutes(10));
      for (int step = 0; step < 10; step++) {
        shop.hexwing.feedOnce();
      }
      JsonNode live = items(shop).get(0);
      assertThat(live.get("state").asString()).isEqualTo("live");
      assertThat(live.get("underWay").asBoolean()).isFalse();
      assertThat(live.get("reached").asLong()).isEqualTo(live.get("total").asLong()).isPositive();
    }
  }

  private static JsonNode items(Shop shop) {
    Answer answer = shop.get(PATH);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().get("items");
  }
}
