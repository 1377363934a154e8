package dev.hexwing.examples.droneshop;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole shop over a real Kafka. */
class ShopOnKafkaTest extends ShopOverBroker {

  @Test
  void an_order_is_placed_paid_flown_and_delivered() throws Exception {
    int port = freePort();
    Process kafka = KafkaNode.program(folder().resolve("kafka"), port, freePort()).start();
    try {
      awaitReady(kafka, KafkaNode.READY);
      Properties properties = new Properties();
      properties.put("bootstrap.servers", "127.0.0.1:" + port);
      properties.put("group.id", "another-team");
      properties.put("auto.offset.reset", "earliest");
      try (KafkaConsumer<String, String> consumer =
          new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
        consumer.subscribe(List.of("shop-test.ordering", "shop-test.payments"));
        serve(
            Map.of(
                "HEXWING_BROKER",
                "kafka",
                "HEXWING_KAFKA_BOOTSTRAP",
                "127.0.0.1:" + port,
                "HEXWING_KAFKA_PREFIX",
                "shop-test"),
            events -> hear(consumer, events));
      }
    } finally {
      kafka.destroyForcibly();
    }
  }

  private static void hear(
      KafkaConsumer<String, String> consumer, BiConsumer<String, JsonNode> events) {
    for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
      events.accept(record.key(), json(record.value()));
    }
  }
}
