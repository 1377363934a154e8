package dev.hexwing.examples.droneshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole shop over a real RabbitMQ, where there is one; says so where there is none. */
class ShopOnRabbitTest extends ShopOverBroker {

  private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
  private static final String NODE = "../../adapters-messaging/src/test/rabbitmq/node";
  private static final String READY = "Server startup complete";
  private static final String EXCHANGE = "shop-test.events";
  private static final String QUEUE = "another-team";

  @Test
  void an_order_is_placed_paid_flown_and_delivered() throws Exception {
    if (!Files.isExecutable(SERVER)) {
      System.err.println("NOT RUN against RabbitMQ: there is no rabbitmq-server on this machine");
      return;
    }
    int port = freePort();
    Process rabbit = start(port);
    try {
      awaitReady(rabbit, READY);
      ConnectionFactory factory = new ConnectionFactory();
      factory.setHost("127.0.0.1");
      factory.setPort(port);
      try (Connection connection = factory.newConnection();
          Channel channel = connection.createChannel()) {
        channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
        channel.queueDeclare(QUEUE, true, false, false, Map.of());
        channel.queueBind(QUEUE, EXCHANGE, "ordering.#");
        channel.queueBind(QUEUE, EXCHANGE, "payments.#");
        serve(
            Map.of(
                "HEXWING_BROKER",
                "rabbitmq",
                "HEXWING_RABBITMQ_ADDRESSES",
                "127.0.0.1:" + port,
                "HEXWING_RABBITMQ_USER",
                "guest",
                "HEXWING_RABBITMQ_PASSWORD",
                "guest",
                "HEXWING_RABBITMQ_PREFIX",
                "shop-test"),
            events -> hear(channel, events));
      }
    } finally {
      rabbit.getOutputStream().close();
    }
    assertThat(rabbit.waitFor()).isNotZero();
  }

  private Process start(int port) throws IOException {
    return new ProcessBuilder(
            "setsid",
            NODE,
            folder().resolve("rabbitmq").toString(),
            Integer.toString(port),
            Integer.toString(freePort()),
            Integer.toString(freePort()))
        .redirectErrorStream(true)
        .start();
  }

  private static void hear(Channel channel, BiConsumer<String, JsonNode> events)
      throws IOException {
    for (GetResponse one = channel.basicGet(QUEUE, true);
        one != null;
        one = channel.basicGet(QUEUE, true)) {
      String key = one.getEnvelope().getRoutingKey();
      events.accept(
          key.substring(key.indexOf('.') + 1),
          json(new String(one.getBody(), StandardCharsets.UTF_8)));
    }
  }
}
