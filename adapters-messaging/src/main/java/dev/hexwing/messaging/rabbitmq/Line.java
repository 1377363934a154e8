package dev.hexwing.messaging.rabbitmq;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to the server, made when it is needed, and made anew after it was lost; every wait
 * on it ends.
 */
final class Line implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Line.class);
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 5_000;
  private static final int HEARTBEAT_SECONDS = 5;

  private final ConnectionFactory factory;
  private final List<Address> addresses;
  private final String name;
  private final ExecutorService deliveries;
  private @Nullable Connection connection;
  private volatile String blocked = "";

  Line(RabbitSettings settings, String purpose) {
    this.name = settings.prefix() + "-" + purpose;
    this.addresses = Arrays.asList(Address.parseAddresses(settings.addresses()));
    this.factory = new ConnectionFactory();
    this.deliveries =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("hexwing-rabbitmq-" + purpose + "-", 0).factory());
    factory.setVirtualHost(settings.virtualHost());
    factory.setUsername(settings.user());
    factory.setPassword(settings.password());
    factory.setAutomaticRecoveryEnabled(false);
    factory.setTopologyRecoveryEnabled(false);
    factory.setConnectionTimeout(CONNECT_MILLIS);
    factory.setHandshakeTimeout(ANSWER_MILLIS);
    factory.setChannelRpcTimeout(ANSWER_MILLIS);
    factory.setShutdownTimeout(ANSWER_MILLIS);
    factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
    factory.setSharedExecutor(deliveries);
    factory.setThreadFactory(
        Thread.ofPlatform().name("hexwing-rabbitmq-" + purpose + "-io-", 0).daemon(true).factory());
    settings
        .tls()
        .forEach(
            context -> {
              factory.useSslProtocol(context);
              factory.enableHostnameVerification();
            });
  }

  /** The connection, made if there is none that lives. */
  synchronized Connection open() throws IOException, TimeoutException {
    Connection living = connection;
    if (living != null && living.isOpen()) {
      return living;
    }
    Connection made = factory.newConnection(addresses, name);
    blocked = "";
    made.addBlockedListener(
        new BlockedListener() {
          @Override
          public void handleBlocked(String reason) {
            log.warn("the server takes nothing over: {}", reason);
            blocked = reason;
          }

          @Override
          public void handleUnblocked() {
            log.info("the server takes events over again");
            blocked = "";
          }
        });
    connection = made;
    return made;
  }

  /** Why the server takes nothing over at the moment; empty if it does. */
  String blocked() {
    return blocked;
  }

  @Override
  public synchronized void close() {
    Connection living = connection;
    if (living != null) {
      living.abort(ANSWER_MILLIS);
      connection = null;
    }
    deliveries.shutdown();
  }
}
