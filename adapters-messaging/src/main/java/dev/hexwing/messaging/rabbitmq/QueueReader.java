package dev.hexwing.messaging.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import dev.hexwing.application.events.EventConsumer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reader of one consumer's queue: a thread that has each event take effect before it is
 * acknowledged.
 *
 * <p>An event that failed stays here, with what follows of its aggregate, until its next try; the
 * others go on. After a lost line the thread tries again, for ever; the server hands out anew what
 * was not acknowledged, in its order.
 */
final class QueueReader {

  private static final Logger log = LoggerFactory.getLogger(QueueReader.class);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final EventConsumer consumer;
  private final RabbitSettings settings;
  private final Line line;
  private final Topology topology;
  private final Inlet inlet;
  private final String queue;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  private QueueReader(
      EventConsumer consumer, RabbitSettings settings, Line line, Topology topology, Inlet inlet) {
    this.consumer = consumer;
    this.settings = settings;
    this.line = line;
    this.topology = topology;
    this.inlet = inlet;
    this.queue = topology.queue(consumer.name());
    this.thread =
        Thread.ofPlatform()
            .name("hexwing-rabbitmq-" + consumer.name())
            .daemon(true)
            .unstarted(this::run);
  }

  static QueueReader start(
      EventConsumer consumer, RabbitSettings settings, Line line, Topology topology, Inlet inlet) {
    QueueReader reader = new QueueReader(consumer, settings, line, topology, inlet);
    reader.thread.start();
    return reader;
  }

  EventConsumer consumer() {
    return consumer;
  }

  /** Has the thread end after the event that it is at. */
  void stop() {
    stopping.countDown();
  }

  void awaitEnd() {
    try {
      if (!thread.join(STOP_PATIENCE)) {
        log.warn("{} is still busy after {}; interrupting it", thread.getName(), STOP_PATIENCE);
        thread.interrupt();
        if (!thread.join(STOP_PATIENCE)) {
          log.error("{} does not end", thread.getName());
        }
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void run() {
    for (int failures = 0; !isStopping(); failures++) {
      try {
        readUntilLost();
        failures = 0;
      } catch (IOException | TimeoutException | RuntimeException e) {
        log.warn("{} has no line to the server and will try again", thread.getName(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        log.warn("{} was interrupted and ends", thread.getName());
        return;
      }
      rest(settings.backoff().after(failures));
    }
  }

  private void rest(Duration time) {
    try {
      if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("{} ends", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  private void readUntilLost() throws IOException, TimeoutException, InterruptedException {
    Channel channel = line.open().openChannel().orElseThrow(() -> new IOException("no channel"));
    try {
      topology.make(channel);
      // The server hands out no more than this unacknowledged, so there is always room.
      BlockingQueue<Delivery> come = new ArrayBlockingQueue<>(settings.prefetch());
      channel.basicQos(settings.prefetch());
      channel.basicConsume(
          queue,
          false,
          (tag, message) -> come.add(message),
          tag -> {
            log.warn("{} was taken away", queue);
            channel.abort();
          });
      read(channel, come, new Waiting(settings.backoff()));
    } finally {
      channel.abort();
    }
  }

  /** On a line that is lost nothing more is begun: another node may be at it by now. */
  private void read(Channel channel, BlockingQueue<Delivery> come, Waiting waiting)
      throws IOException, InterruptedException {
    while (!isStopping() && channel.isOpen()) {
      @Nullable Delivery due = waiting.takeDue();
      if (due == null) {
        due = come.poll(waiting.untilNext(LONGEST_WAIT).toNanos(), TimeUnit.NANOSECONDS);
      }
      if (due != null && !waiting.queueBehind(due)) {
        take(channel, waiting, due);
      }
    }
  }

  private void take(Channel channel, Waiting waiting, Delivery message) throws IOException {
    try {
      inlet.hand(consumer, queue, message);
    } catch (RuntimeException e) {
      Duration rest = waiting.failed(message);
      log.warn("{} could not take {}; again in {}", consumer.name(), Waiting.key(message), rest, e);
      return;
    }
    waiting.done(message);
    channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
  }
}
