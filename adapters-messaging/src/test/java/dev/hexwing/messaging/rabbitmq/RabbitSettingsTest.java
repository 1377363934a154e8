package dev.hexwing.messaging.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.messaging.Backoff;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RabbitSettingsTest {

  private static final RabbitSettings SOUND =
      RabbitSettings.of("one:5672,two:5672", "shop", "hidden");

  private static void assertOneLine(Throwable refusal) {
    assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
    assertThat(String.valueOf(refusal.getMessage()).lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "host", "host:", ":5672", "a:1,,b:2", "a:1, b:2"})
  void an_address_that_is_missing_or_malformed_is_refused(String addresses) {
    assertThatThrownBy(() -> RabbitSettings.of(addresses, "shop", "hidden"))
        .hasMessageContaining("addresses")
        .satisfies(RabbitSettingsTest::assertOneLine);
  }

  @Test
  void what_cannot_work_is_refused_in_one_line() {
    List<ThrowingCallable> wrong =
        List.of(
            () -> RabbitSettings.of("one:5672", " ", "hidden"),
            () -> RabbitSettings.of("one:5672", "shop", ""),
            () -> SOUND.withVirtualHost(""),
            () -> SOUND.withPrefix("white space"),
            () -> SOUND.withBounds(0, 1_000),
            () -> SOUND.withBounds(1_001, 1_000),
            () -> SOUND.withBounds(10, 0),
            () ->
                SOUND.withTimes(
                    Duration.ofMillis(999),
                    new Backoff(Duration.ofMillis(1), Duration.ofMillis(2))));
    for (ThrowingCallable each : wrong) {
      assertThatThrownBy(each).satisfies(RabbitSettingsTest::assertOneLine);
    }
  }

  @Test
  void secrets_are_not_printed() {
    assertThat(SOUND.toString()).contains("one:5672").contains("shop").doesNotContain("hidden");
  }
}
