package dev.hexwing.messaging.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages and waits until the server has confirmed them, many at a time on one channel.
 *
 * <p>A lost line is made again by the next message; whoever sends waits between its tries.
 */
final class Publisher implements AutoCloseable {

  private final RabbitSettings settings;
  private final Topology topology;
  private final Line line;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable ConfirmedChannel current;

  Publisher(RabbitSettings settings, Topology topology) {
    this.settings = settings;
    this.topology = topology;
    this.line = new Line(settings, "publish");
  }

  /**
   * Sends a message; on return the server has it.
   *
   * @throws NotTakenOver if it does not, or if that is not known
   */
  void publish(RabbitWire.Message message) throws InterruptedException {
    if (!lock.tryLock(settings.confirmTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
      throw new NotTakenOver("the line is busy");
    }
    ConfirmedChannel channel;
    ConfirmedChannel.Sent sent;
    try {
      channel = channel();
      sent = channel.send(topology.exchange(), message);
    } catch (IOException | TimeoutException | ShutdownSignalException e) {
      throw new NotTakenOver("no line to the server: " + reason(e), e);
    } finally {
      lock.unlock();
    }
    await(channel, sent);
  }

  private ConfirmedChannel channel() throws IOException, TimeoutException {
    ConfirmedChannel living = current;
    if (living == null || !living.isOpen()) {
      living = newChannel();
      current = living;
    }
    // What is written to a server that does not read might never be written to its end.
    if (!line.blocked().isEmpty()) {
      throw new NotTakenOver("the server takes nothing over: " + line.blocked());
    }
    return living;
  }

  private ConfirmedChannel newChannel() throws IOException, TimeoutException {
    Channel channel = line.open().openChannel().orElseThrow(() -> new IOException("no channel"));
    boolean isReady = false;
    try {
      topology.make(channel);
      ConfirmedChannel confirmed = ConfirmedChannel.on(channel);
      isReady = true;
      return confirmed;
    } finally {
      if (!isReady) {
        channel.abort();
      }
    }
  }

  private void await(ConfirmedChannel channel, ConfirmedChannel.Sent sent)
      throws InterruptedException {
    try {
      sent.answer().get(settings.confirmTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new NotTakenOver("no confirmation within " + settings.confirmTimeout(), e);
    } catch (ExecutionException e) {
      throw new NotTakenOver(reason(e.getCause() == null ? e : e.getCause()), e);
    } finally {
      channel.forget(sent);
    }
  }

  /** The client hides what the server said in a cause without a message of its own. */
  private static String reason(Throwable failure) {
    return failure.getCause() instanceof ShutdownSignalException told
        ? String.valueOf(told.getMessage())
        : failure.toString();
  }

  @Override
  public void close() {
    line.close();
  }
}
