package dev.hexwing.messaging.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What Kafka's clients are told: the settings' own, on top of what keeps our promises. */
final class ClientProperties {

  private static final long LONGEST_REQUEST_MILLIS = 5_000;
  private static final String RECORDS_AT_A_TIME = "500";

  /** The relay sends many events at once; those of so long share a request. */
  private static final String MILLIS_TO_GATHER = "2";

  private ClientProperties() {}

  static Map<String, Object> producer(KafkaSettings settings) {
    Map<String, Object> map = common(settings);
    long delivery = settings.deliveryTimeout().toMillis();
    map.put(ProducerConfig.ACKS_CONFIG, "all");
    map.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    map.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "5");
    map.put(ProducerConfig.LINGER_MS_CONFIG, MILLIS_TO_GATHER);
    map.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(delivery));
    map.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(delivery / 2));
    map.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, request(settings));
    return with(settings, map, ProducerConfig.configNames());
  }

  static Map<String, Object> consumer(KafkaSettings settings, String group) {
    Map<String, Object> map = common(settings);
    map.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    map.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    map.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    map.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    map.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_A_TIME);
    map.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(LONGEST_REQUEST_MILLIS));
    map.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(LONGEST_REQUEST_MILLIS));
    map.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return with(settings, map, ConsumerConfig.configNames());
  }

  static Map<String, Object> administration(KafkaSettings settings) {
    Map<String, Object> map = common(settings);
    map.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, request(settings));
    map.put(
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        Long.toString(settings.deliveryTimeout().toMillis()));
    return with(settings, map, AdminClientConfig.configNames());
  }

  private static Map<String, Object> common(KafkaSettings settings) {
    Map<String, Object> map = new HashMap<>();
    map.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
    map.put(CommonClientConfigs.CLIENT_ID_CONFIG, settings.prefix());
    map.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
    return map;
  }

  private static String request(KafkaSettings settings) {
    return Long.toString(
        Math.min(LONGEST_REQUEST_MILLIS, settings.deliveryTimeout().toMillis() / 2));
  }

  /** Each client is told only what it knows, so that none warns of the others' settings. */
  private static Map<String, Object> with(
      KafkaSettings settings, Map<String, Object> map, Set<String> known) {
    settings
        .properties()
        .forEach(
            (name, value) -> {
              if (known.contains(name)) {
                map.put(name, value);
              }
            });
    return map;
  }
}
