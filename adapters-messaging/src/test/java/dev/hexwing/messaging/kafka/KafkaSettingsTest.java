package dev.hexwing.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.testkit.InMemoryDeadLetters;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSettingsTest {

  private static final KafkaSettings SOUND = KafkaSettings.of("one:9092,two:9092");

  private static void assertOneLine(Throwable refusal) {
    assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
    assertThat(String.valueOf(refusal.getMessage()).lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "host", "host:", ":9092", "a:1,,b:2", "a:1, b:2"})
  void an_address_that_is_missing_or_malformed_is_refused(String bootstrap) {
    assertThatThrownBy(() -> KafkaSettings.of(bootstrap))
        .hasMessageContaining("bootstrap")
        .satisfies(KafkaSettingsTest::assertOneLine);
  }

  @ParameterizedTest
  @CsvSource({
    "max.in.flight.requests.per.connection, 6",
    "max.in.flight.requests.per.connection, 0",
    "max.in.flight.requests.per.connection, many",
    "acks, 1",
    "enable.idempotence, false",
    "enable.auto.commit, true",
    "group.id, mine",
    "bootstrap.servers, other:9092",
  })
  void what_would_break_a_promise_is_refused_by_name(String name, String value) {
    assertThatThrownBy(() -> SOUND.withProperty(name, value))
        .hasMessageContaining(name)
        .satisfies(KafkaSettingsTest::assertOneLine);
  }

  @Test
  void what_kafka_itself_refuses_is_told_in_one_line_at_the_start() {
    KafkaSettings strange = SOUND.withProperty("compression.type", "tar");
    assertThatThrownBy(
            () -> KafkaBroker.open(strange, new InMemoryDeadLetters(InstantSource.system())))
        .hasMessageContaining("Kafka refuses its settings")
        .satisfies(KafkaSettingsTest::assertOneLine);
  }

  @Test
  void secrets_are_not_printed() {
    assertThat(SOUND.withProperty("sasl.jaas.config", "hidden").toString())
        .contains("one:9092")
        .doesNotContain("hidden");
  }

  @Test
  void five_in_flight_are_fine() {
    assertThat(
            SOUND.withProperty("max.in.flight.requests.per.connection", "5").properties().values())
        .containsExactly("5");
  }
}
