package dev.hexwing.examples.droneshop;

import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.messaging.InProcessBroker;
import dev.hexwing.messaging.RelaySettings;
import dev.hexwing.messaging.kafka.KafkaBroker;
import dev.hexwing.messaging.kafka.KafkaSettings;
import dev.hexwing.messaging.rabbitmq.RabbitBroker;
import dev.hexwing.messaging.rabbitmq.RabbitSettings;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLContext;

/** What carries events to those who wait for them. */
public sealed interface Carrier {

  /**
   * What the settings name.
   *
   * @throws StartFailure naming the first setting that is wrong
   */
  static Carrier of(SettingValues values) {
    return switch (values.oneOf(
        Setting.HEXWING_BROKER, List.of("in-process", "kafka", "rabbitmq"))) {
      case "kafka" -> OverKafka.of(values);
      case "rabbitmq" -> OverRabbit.of(values);
      default -> new WithinTheProcess();
    };
  }

  /**
   * Opens it.
   *
   * @param deadLetters where messages go that are no events
   * @throws StartFailure if it cannot be used, naming the setting
   */
  MessageBroker open(DeadLetters deadLetters);

  /** How the relay hands events over to it: a server is only waited for, so many at once. */
  default RelaySettings relay() {
    return RelaySettings.STANDARD.withAtOnce(256);
  }

  private static String required(SettingValues values, Setting setting) {
    return values
        .optional(setting)
        .orElseThrow(
            () ->
                SettingValues.wrong(
                    setting,
                    "must be set when HEXWING_BROKER is " + values.text(Setting.HEXWING_BROKER)));
  }

  /** Nothing leaves the process. */
  record WithinTheProcess() implements Carrier {

    @Override
    public MessageBroker open(DeadLetters deadLetters) {
      return new InProcessBroker();
    }

    /** Consumers run meanwhile, and take a connection each. */
    @Override
    public RelaySettings relay() {
      return RelaySettings.STANDARD;
    }
  }

  /** Kafka. */
  record OverKafka(KafkaSettings settings) implements Carrier {

    private static OverKafka of(SettingValues values) {
      String bootstrap = required(values, Setting.HEXWING_KAFKA_BOOTSTRAP);
      KafkaSettings found =
          SettingValues.checked(
              Setting.HEXWING_KAFKA_BOOTSTRAP, setting -> KafkaSettings.of(bootstrap));
      KafkaSettings named =
          SettingValues.checked(
              Setting.HEXWING_KAFKA_PREFIX, setting -> found.withPrefix(values.text(setting)));
      return new OverKafka(KafkaSecurity.of(values, named));
    }

    @Override
    public MessageBroker open(DeadLetters deadLetters) {
      return SettingValues.checked(
          Setting.HEXWING_KAFKA_BOOTSTRAP, setting -> KafkaBroker.open(settings, deadLetters));
    }
  }

  /** RabbitMQ. */
  record OverRabbit(RabbitSettings settings) implements Carrier {

    private static OverRabbit of(SettingValues values) {
      String addresses = required(values, Setting.HEXWING_RABBITMQ_ADDRESSES);
      String user = required(values, Setting.HEXWING_RABBITMQ_USER);
      String password = required(values, Setting.HEXWING_RABBITMQ_PASSWORD);
      RabbitSettings found =
          SettingValues.checked(
              Setting.HEXWING_RABBITMQ_ADDRESSES,
              setting -> RabbitSettings.of(addresses, user, password));
      RabbitSettings there =
          SettingValues.checked(
              Setting.HEXWING_RABBITMQ_VIRTUAL_HOST,
              setting -> found.withVirtualHost(values.text(setting)));
      RabbitSettings named =
          SettingValues.checked(
              Setting.HEXWING_RABBITMQ_PREFIX, setting -> there.withPrefix(values.text(setting)));
      boolean tls = values.oneOf(Setting.HEXWING_RABBITMQ_TLS, List.of("off", "on")).equals("on");
      return new OverRabbit(tls ? named.withTls(javasOwn()) : named);
    }

    private static SSLContext javasOwn() {
      try {
        return SSLContext.getDefault();
      } catch (GeneralSecurityException e) {
        throw new StartFailure(
            Setting.HEXWING_RABBITMQ_TLS + " cannot be on: Java has no certificates to trust", e);
      }
    }

    @Override
    public MessageBroker open(DeadLetters deadLetters) {
      return RabbitBroker.open(settings, deadLetters);
    }
  }
}
