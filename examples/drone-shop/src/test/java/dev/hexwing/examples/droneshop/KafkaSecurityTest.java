package dev.hexwing.examples.droneshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.hexwing.application.testkit.InMemoryDeadLetters;
import dev.hexwing.application.testkit.MutableClock;
import dev.hexwing.messaging.kafka.KafkaBroker;
import dev.hexwing.messaging.kafka.KafkaSettings;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the shop is told to prove itself to Kafka, and what it refuses. */
class KafkaSecurityTest {

  private static final String SECRET = "s3cret";

  @TempDir private Path folder;

  private static Map<String, String> environment(String... settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HEXWING_BROKER", "kafka");
    environment.put("HEXWING_KAFKA_BOOTSTRAP", "127.0.0.1:1");
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      environment.put("HEXWING_KAFKA_" + parts[0], parts[1]);
    }
    return environment;
  }

  private static KafkaSettings kafka(Map<String, String> environment) {
    return ShopSettings.from(environment).carrier() instanceof Carrier.OverKafka carrier
        ? carrier.settings()
        : fail("events do not travel over Kafka");
  }

  private Path trustStore() throws Exception {
    Path file = folder.resolve("trust.p12");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, SECRET.toCharArray());
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, SECRET.toCharArray());
    }
    return file;
  }

  @Nested
  class Settings_of_security {

    @Test
    void are_not_needed() {
      assertThat(kafka(environment()).properties()).isEmpty();
    }

    @Test
    void name_a_user_and_a_password() {
      Map<String, String> properties =
          kafka(
                  environment(
                      "SECURITY_PROTOCOL=SASL_SSL",
                      "SASL_MECHANISM=SCRAM-SHA-512",
                      "USER=shop",
                      "PASSWORD=a\"b\\c"))
              .properties();
      assertThat(properties)
          .containsEntry("security.protocol", "SASL_SSL")
          .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
          .containsEntry(
              "sasl.jaas.config",
              "org.apache.kafka.common.security.scram.ScramLoginModule required"
                  + " username=\"shop\" password=\"a\\\"b\\\\c\";");
    }

    @Test
    void name_whom_to_trust() throws Exception {
      Path file = trustStore();
      Map<String, String> properties =
          kafka(
                  environment(
                      "SECURITY_PROTOCOL=SSL",
                      "TRUSTSTORE=" + file,
                      "TRUSTSTORE_PASSWORD=" + SECRET))
              .properties();
      assertThat(properties)
          .containsEntry("ssl.truststore.location", file.toString())
          .containsEntry("ssl.truststore.password", SECRET)
          .containsEntry("ssl.truststore.type", "PKCS12");
    }

    @Test
    void are_taken_by_kafkas_own_client() {
      KafkaSettings settings =
          kafka(
              environment(
                  "SECURITY_PROTOCOL=SASL_SSL",
                  "SASL_MECHANISM=SCRAM-SHA-256",
                  "USER=shop",
                  "PASSWORD=a\"b\\c"));
      KafkaBroker.open(settings, new InMemoryDeadLetters(MutableClock.standing())).close();
      KafkaSettings broken = settings.withProperty("sasl.jaas.config", "nonsense");
      assertThatThrownBy(
              () -> KafkaBroker.open(broken, new InMemoryDeadLetters(MutableClock.standing())))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Refused_in_one_line {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "SECURITY_PROTOCOL | SECURITY_PROTOCOL=TLS",
          "SASL_MECHANISM | SECURITY_PROTOCOL=SASL_SSL USER=shop PASSWORD=s3cret",
          "SASL_MECHANISM | SECURITY_PROTOCOL=SASL_SSL SASL_MECHANISM=GSSAPI",
          "USER | SECURITY_PROTOCOL=SASL_SSL SASL_MECHANISM=PLAIN PASSWORD=s3cret",
          "PASSWORD | SECURITY_PROTOCOL=SASL_SSL SASL_MECHANISM=PLAIN USER=shop",
          "PASSWORD | SECURITY_PROTOCOL=SASL_SSL SASL_MECHANISM=PLAIN USER=u"
              + " PASSWORD=s3cret\u0007x",
          "PASSWORD | PASSWORD=s3cret",
          "USER | SECURITY_PROTOCOL=SSL USER=shop",
          "TRUSTSTORE | SECURITY_PROTOCOL=SSL TRUSTSTORE=/nowhere TRUSTSTORE_PASSWORD=s3cret",
          "TRUSTSTORE | TRUSTSTORE=/nowhere",
          "TRUSTSTORE_PASSWORD | SECURITY_PROTOCOL=SSL TRUSTSTORE_PASSWORD=s3cret",
        })
    void is_what_is_wrong_missing_or_without_effect(String named, String settings) {
      assertThatThrownBy(() -> ShopSettings.from(environment(settings.split(" "))))
          .isInstanceOf(StartFailure.class)
          .hasMessageStartingWith("HEXWING_KAFKA_" + named + " ")
          .message()
          .doesNotContain("\n", SECRET);
    }

    @Test
    void is_a_trust_store_that_the_password_does_not_open() throws Exception {
      Map<String, String> environment =
          environment(
              "SECURITY_PROTOCOL=SSL",
              "TRUSTSTORE=" + trustStore(),
              "TRUSTSTORE_PASSWORD=not-" + SECRET);
      assertThatThrownBy(() -> ShopSettings.from(environment))
          .isInstanceOf(StartFailure.class)
          .hasMessageStartingWith("HEXWING_KAFKA_TRUSTSTORE ")
          .message()
          .doesNotContain("\n", SECRET);
    }
  }

  @Nested
  class Secrets {

    @Test
    void are_never_part_of_the_text() throws Exception {
      ShopSettings settings = ShopSettings.from(secretive());
      assertThat(settings.toString()).doesNotContain(SECRET);
      assertThat(settings.carrier().toString()).contains("Kafka").doesNotContain(SECRET);
    }

    @Test
    void are_not_logged_however_much_is() throws Exception {
      Map<String, String> environment = secretive();
      environment.put("HEXWING_PORT", "0");
      environment.put("HEXWING_SANDBOX_PORT", "0");
      environment.put("HEXWING_DATA", folder.toString());
      environment.put("HEXWING_LOG_LEVEL", "debug");
      try (Program shop = Program.start(environment)) {
        shop.awaitLine("address +(http://\\S+)");
        shop.terminate();
        assertThat(shop.exitCode()).isZero();
        assertThat(shop.errors()).contains("ssl.truststore.password").doesNotContain(SECRET);
      }
    }

    private Map<String, String> secretive() throws Exception {
      return environment(
          "SECURITY_PROTOCOL=SASL_SSL",
          "SASL_MECHANISM=PLAIN",
          "USER=shop",
          "PASSWORD=" + SECRET,
          "TRUSTSTORE=" + trustStore(),
          "TRUSTSTORE_PASSWORD=" + SECRET);
    }
  }
}
