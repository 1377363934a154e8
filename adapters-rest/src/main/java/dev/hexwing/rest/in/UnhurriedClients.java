package dev.hexwing.rest.in;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Ends connections whose client sends a request byte by byte for longer than it may be idle.
 *
 * <p>The server asks such a connection to end when it is done with the request, which is never: a
 * byte now and then keeps the read time-out away. Here it is ended at once.
 */
final class UnhurriedClients implements ServerConnectionSelector {

  private final ServerConnectionSelector selector;
  private final Duration idleTimeout;

  UnhurriedClients(ServerConnectionSelector selector, Duration idleTimeout) {
    this.selector = selector;
    this.idleTimeout = idleTimeout;
  }

  @Override
  public int bytesToIdentifyConnection() {
    return selector.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return selector.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return selector.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    return new Bounded(selector.connection(context), idleTimeout);
  }

  private record Bounded(ServerConnection connection, Duration idleTimeout)
      implements ServerConnection, InterruptableTask<Void> {

    @Override
    public void handle(Limit limit) throws InterruptedException {
      connection.handle(limit);
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public void handle(Semaphore requests) throws InterruptedException {
      connection.handle(requests);
    }

    @Override
    public Duration idleTime() {
      return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      connection.close(interrupt || idleTime().compareTo(idleTimeout) > 0);
    }

    @Override
    public boolean canInterrupt() {
      return connection instanceof InterruptableTask<?> task && task.canInterrupt();
    }
  }
}
