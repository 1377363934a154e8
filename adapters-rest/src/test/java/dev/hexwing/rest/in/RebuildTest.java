package dev.hexwing.rest.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.events.OutboxMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How operators have the journeys rebuilt. */
class RebuildTest {

  private static final String PATH = "/v1/operations/rebuilds/journeys";

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void a_rebuild_that_never_was_is_unknown() {
    Answer answer = shop.get(PATH);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("rebuild.unknown");
  }

  @Test
  void it_is_begun_once_and_shown() {
    Answer begun = shop.post(PATH, "");
    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.string("/state")).isEqualTo("building");
    assertThat(begun.json().get("underWay").asBoolean()).isTrue();
    Answer again = shop.post(PATH, "");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("rebuild.under-way");
    assertThat(shop.get(PATH).json().get("generation").asLong())
        .isEqualTo(begun.json().get("generation").asLong());
    shop.clock.advance(Duration.ofMinutes(1));
    assertThat(shop.get(PATH).json().get("underWay").asBoolean()).isFalse();
  }

  @Test
  void without_the_beginning_it_is_begun_only_if_that_is_said() {
    shop.order();
    List<OutboxMessage> claimed = shop.store.claim(10, Duration.ofMinutes(1));
    shop.store.markSent(claimed);
    shop.store.execute(stores -> stores.history().file(10));
    shop.clock.advance(Duration.ofDays(2));
    shop.store.execute(stores -> stores.history().forget(Duration.ofDays(1), 10));
    Answer refused = shop.post(PATH, "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("rebuild.beginning-forgotten");
    assertThat(shop.post(PATH + "/from-what-is-left", "").status()).isEqualTo(202);
  }
}
