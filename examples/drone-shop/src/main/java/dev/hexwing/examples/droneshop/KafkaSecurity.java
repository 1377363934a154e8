package dev.hexwing.examples.droneshop;

import dev.hexwing.messaging.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the shop proves who it is to Kafka, and how it knows Kafka: an allowed list of settings, each
 * checked before anything is opened.
 */
final class KafkaSecurity {

  private static final List<String> PROTOCOLS =
      List.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");
  private static final List<String> MECHANISMS = List.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512");
  private static final String PLAIN_LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule";
  private static final String SCRAM_LOGIN =
      "org.apache.kafka.common.security.scram.ScramLoginModule";

  private final SettingValues values;
  private final String protocol;

  private KafkaSecurity(SettingValues values) {
    this.values = values;
    this.protocol = values.oneOf(Setting.HEXWING_KAFKA_SECURITY_PROTOCOL, PROTOCOLS);
  }

  /**
   * The settings with those of security.
   *
   * @throws StartFailure naming the first setting that is wrong, missing, or without effect
   */
  static KafkaSettings of(SettingValues values, KafkaSettings settings) {
    KafkaSecurity security = new KafkaSecurity(values);
    KafkaSettings named =
        security.protocol.equals("PLAINTEXT")
            ? settings
            : settings.withProperty("security.protocol", security.protocol);
    return security.withTrust(security.withLogin(named));
  }

  private KafkaSettings withLogin(KafkaSettings settings) {
    if (!protocol.startsWith("SASL_")) {
      refuseUnless(
          "SASL_PLAINTEXT or SASL_SSL",
          Setting.HEXWING_KAFKA_SASL_MECHANISM,
          Setting.HEXWING_KAFKA_USER,
          Setting.HEXWING_KAFKA_PASSWORD);
      return settings;
    }
    required(Setting.HEXWING_KAFKA_SASL_MECHANISM);
    String mechanism = values.oneOf(Setting.HEXWING_KAFKA_SASL_MECHANISM, MECHANISMS);
    String module = mechanism.equals("PLAIN") ? PLAIN_LOGIN : SCRAM_LOGIN;
    String login =
        "%s required username=\"%s\" password=\"%s\";"
            .formatted(
                module, quoted(Setting.HEXWING_KAFKA_USER), quoted(Setting.HEXWING_KAFKA_PASSWORD));
    return settings
        .withProperty("sasl.mechanism", mechanism)
        .withProperty("sasl.jaas.config", login);
  }

  private KafkaSettings withTrust(KafkaSettings settings) {
    Optional<Path> file = values.optionalPath(Setting.HEXWING_KAFKA_TRUSTSTORE);
    if (!protocol.endsWith("SSL")) {
      refuseUnless(
          "SSL or SASL_SSL",
          Setting.HEXWING_KAFKA_TRUSTSTORE,
          Setting.HEXWING_KAFKA_TRUSTSTORE_PASSWORD);
      return settings;
    }
    if (file.isEmpty()) {
      refuseWithout(Setting.HEXWING_KAFKA_TRUSTSTORE, Setting.HEXWING_KAFKA_TRUSTSTORE_PASSWORD);
      return settings;
    }
    return trusting(settings, file.get());
  }

  private KafkaSettings trusting(KafkaSettings settings, Path file) {
    Setting setting = Setting.HEXWING_KAFKA_TRUSTSTORE;
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw SettingValues.wrong(setting, "must be a file that can be read");
    }
    KafkaSettings located = settings.withProperty("ssl.truststore.location", file.toString());
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".pem")) {
      refuseWithout(setting, Setting.HEXWING_KAFKA_TRUSTSTORE_PASSWORD, "a .p12 or .jks file");
      return located.withProperty("ssl.truststore.type", "PEM");
    }
    String password = required(Setting.HEXWING_KAFKA_TRUSTSTORE_PASSWORD);
    return located
        .withProperty("ssl.truststore.type", typeOf(file, password))
        .withProperty("ssl.truststore.password", password);
  }

  /** Kafka's client would say only that it cannot be built. */
  private static String typeOf(Path file, String password) {
    try {
      return KeyStore.getInstance(file.toFile(), password.toCharArray()).getType();
    } catch (IOException | GeneralSecurityException e) {
      throw new StartFailure(
          Setting.HEXWING_KAFKA_TRUSTSTORE
              + " must be a PKCS12, JKS or .pem file that "
              + Setting.HEXWING_KAFKA_TRUSTSTORE_PASSWORD
              + " opens",
          e);
    }
  }

  private String required(Setting setting) {
    return values
        .optional(setting)
        .orElseThrow(
            () ->
                SettingValues.wrong(
                    setting,
                    "must be set when %s is %s"
                        .formatted(Setting.HEXWING_KAFKA_SECURITY_PROTOCOL, protocol)));
  }

  /** As it may stand between quotes in a login configuration. */
  private String quoted(Setting setting) {
    String text = required(setting);
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw SettingValues.wrong(setting, "must not have control characters in it");
    }
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** What somebody set and has no effect is a mistake that would be noticed too late. */
  private void refuseUnless(String protocols, Setting... settings) {
    for (Setting setting : settings) {
      if (values.optional(setting).isPresent()) {
        throw SettingValues.wrong(
            setting,
            "has no effect unless %s is %s"
                .formatted(Setting.HEXWING_KAFKA_SECURITY_PROTOCOL, protocols));
      }
    }
  }

  private void refuseWithout(Setting other, Setting setting) {
    refuseWithout(other, setting, "set");
  }

  private void refuseWithout(Setting other, Setting setting, String what) {
    if (values.optional(setting).isPresent()) {
      throw SettingValues.wrong(setting, "has no effect unless %s is %s".formatted(other, what));
    }
  }
}
