package dev.hexwing.examples.droneshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.messaging.kafka.KafkaSettings;
import dev.hexwing.messaging.rabbitmq.RabbitSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopSettingsTest {

  @Test
  void nothing_set_gives_safe_defaults() {
    ShopSettings settings = ShopSettings.from(Map.of());
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.sandboxPort()).isEqualTo(8090);
    assertThat(settings.isEmbedded()).isTrue();
    assertThat(settings.data()).endsWithRaw(Path.of("examples/drone-shop/data"));
    assertThat(settings.settling()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void a_real_processor_is_given_a_minute_to_settle() {
    ShopSettings settings =
        ShopSettings.from(
            Map.of(
                "HEXWING_PROCESSOR_URL", "https://api.example.com",
                "HEXWING_PROCESSOR_KEY", "sk_test_1"));
    assertThat(settings.processorUrl()).contains(URI.create("https://api.example.com"));
    assertThat(settings.settling()).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource({
    "HEXWING_PORT, 80x0",
    "HEXWING_PORT, 70000",
    "HEXWING_PORT, -1",
    "HEXWING_SANDBOX_PORT, many",
    "HEXWING_JDBC_URL, jdbc:oracle:thin",
    "HEXWING_JDBC_CONNECTIONS, 0",
    "HEXWING_PROCESSOR_URL, ftp://example.com",
    "HEXWING_PROCESSOR_URL, not a url",
    "HEXWING_PROCESSOR_TIMEOUT, 8",
    "HEXWING_PROCESSOR_TIMEOUT, 90m",
    "HEXWING_PROCESSOR_CONNECT_TIMEOUT, soon",
    "HEXWING_PROCESSOR_SETTLING, -1s",
    "HEXWING_LEASE, 19s",
    "HEXWING_KEY_LIFETIME, 23h",
    "HEXWING_OUTBOX_HINTS, perhaps",
    "HEXWING_BROKER, pigeon"
  })
  void a_wrong_setting_is_told_in_one_line_that_names_it(String name, String value) {
    assertThatThrownBy(() -> ShopSettings.from(Map.of(name, value)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(name)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void kafka_needs_an_address() {
    assertThatThrownBy(() -> ShopSettings.from(Map.of("HEXWING_BROKER", "kafka")))
        .hasMessageContaining("HEXWING_KAFKA_BOOTSTRAP");
    assertThatThrownBy(
            () ->
                ShopSettings.from(
                    Map.of("HEXWING_BROKER", "kafka", "HEXWING_KAFKA_BOOTSTRAP", "nowhere")))
        .hasMessageContaining("HEXWING_KAFKA_BOOTSTRAP");
    assertThat(
            ShopSettings.from(
                    Map.of("HEXWING_BROKER", "kafka", "HEXWING_KAFKA_BOOTSTRAP", "here:9092"))
                .carrier())
        .isEqualTo(new Carrier.OverKafka(KafkaSettings.of("here:9092")));
  }

  @ParameterizedTest
  @CsvSource({
    "ADDRESSES, nowhere",
    "ADDRESSES, ''",
    "USER, ''",
    "PASSWORD, ''",
    "PREFIX, a b",
    "TLS, perhaps"
  })
  void rabbitmq_is_told_what_it_lacks(String name, String value) {
    Map<String, String> environment = new HashMap<>(rabbitmq());
    environment.put("HEXWING_RABBITMQ_" + name, value);
    assertThatThrownBy(() -> ShopSettings.from(environment))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("HEXWING_RABBITMQ_" + name);
  }

  @Test
  void rabbitmq_needs_an_address_and_a_login() {
    RabbitSettings login = RabbitSettings.of("here:5672", "shop", "s3cret");
    assertThat(ShopSettings.from(rabbitmq()).carrier()).isEqualTo(new Carrier.OverRabbit(login));
    assertThat(ShopSettings.from(rabbitmq()).carrier().toString())
        .contains("here:5672")
        .doesNotContain("s3cret");
  }

  private static Map<String, String> rabbitmq() {
    return Map.of(
        "HEXWING_BROKER", "rabbitmq",
        "HEXWING_RABBITMQ_ADDRESSES", "here:5672",
        "HEXWING_RABBITMQ_USER", "shop",
        "HEXWING_RABBITMQ_PASSWORD", "s3cret");
  }

  @Test
  void a_processor_elsewhere_needs_a_key() {
    assertThatThrownBy(
            () -> ShopSettings.from(Map.of("HEXWING_PROCESSOR_URL", "https://192.0.2.1")))
        .hasMessageContaining("HEXWING_PROCESSOR_KEY");
  }

  @Test
  void secrets_are_never_part_of_the_text() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HEXWING_JDBC_URL", "jdbc:postgresql://db/shop?password=s3cret");
    environment.put("HEXWING_JDBC_PASSWORD", "s3cret");
    environment.put("HEXWING_PROCESSOR_KEY", "sk_test_s3cret");
    environment.put("HEXWING_WEBHOOK_SECRET", "whsec_s3cret");
    assertThat(ShopSettings.from(environment).toString()).doesNotContain("s3cret");
  }

  @Test
  void every_setting_is_listed_with_what_it_means() {
    for (Setting setting : Setting.values()) {
      assertThat(Setting.table()).contains(setting.name()).contains(setting.meaning());
    }
  }
}
