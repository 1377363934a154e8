package dev.hexwing.examples.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts signed notices from one thread of its own, each until it is answered with a 2xx or its
 * tries are used up. A notice may arrive twice, and after a later one. Thread-safe.
 *
 * <p>At most ten thousand notices wait; a further one is dropped and logged. What still waits when
 * the sandbox stops is lost: the shop has to ask, as with the real one.
 */
final class WebhookSender implements Notices, AutoCloseable {

  private static final class Delivery implements Delayed {
    private final String id;
    private final byte[] body;
    private int tries;
    private long dueNanos;

    private Delivery(String id, byte[] body, Duration delay) {
      this.id = id;
      this.body = body;
      this.dueNanos = System.nanoTime() + delay.toNanos();
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final int MOST_WAITING = 10_000;
  private static final int MOST_TRIES = 8;
  private static final Duration CONNECT_TIME_OUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIME_OUT = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration STOP_GRACE = Duration.ofSeconds(2);

  private final Webhook webhook;
  private final Faults faults;
  private final InstantSource clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIME_OUT)
          .build();
  private final DelayQueue<Delivery> queue = new DelayQueue<>();
  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final Thread worker =
      Thread.ofPlatform().name("sandbox-webhooks").daemon().unstarted(this::work);
  private volatile boolean closing;

  WebhookSender(Webhook webhook, Faults faults, InstantSource clock) {
    this.webhook = webhook;
    this.faults = faults;
    this.clock = clock;
  }

  void start() {
    worker.start();
  }

  @Override
  public void send(String type, Supplier<ObjectNode> object, Ledger.@Nullable Keyed keyed) {
    String id = Ids.event();
    if (closing || !places.tryAcquire()) {
      LOG.warn("notice {} of type {} is dropped: too many wait, or the sandbox stops", id, type);
      return;
    }
    ObjectNode event = Json.object();
    event.put("id", id).put("object", "event").put("created", clock.millis() / 1000);
    event.putObject("data").set("object", object.get());
    event.put("livemode", false).put("pending_webhooks", 1);
    event
        .putObject("request")
        .put("id", keyed == null ? null : keyed.request())
        .put("idempotency_key", keyed == null ? null : keyed.key());
    event.put("type", type);
    Faults.Journey journey = faults.nextNotice();
    byte[] body = Json.bytes(event);
    queue.add(new Delivery(id, body, journey.delay()));
    if (journey.copies() > 1 && places.tryAcquire()) {
      queue.add(new Delivery(id, body, Duration.ZERO));
    }
  }

  private void work() {
    while (!(closing && queue.isEmpty())) {
      try {
        Delivery next = queue.poll(100, TimeUnit.MILLISECONDS);
        if (next != null && attempt(next)) {
          places.release();
        }
      } catch (InterruptedException stopped) {
        break;
      } catch (RuntimeException bug) {
        LOG.error("a notice could not be sent", bug);
        places.release();
      }
    }
    if (!queue.isEmpty()) {
      LOG.warn("{} notices were not delivered when the sandbox stopped", queue.size());
    }
  }

  /** Tries once, and says whether the notice is done with. */
  private boolean attempt(Delivery delivery) throws InterruptedException {
    delivery.tries++;
    String outcome = post(delivery);
    if (outcome == null) {
      return true;
    }
    if (delivery.tries >= MOST_TRIES) {
      LOG.warn("notice {} is given up after {} tries: {}", delivery.id, delivery.tries, outcome);
      return true;
    }
    LOG.debug("notice {} is tried again: {}", delivery.id, outcome);
    delivery.dueNanos = System.nanoTime() + pause(delivery.tries).toNanos();
    queue.add(delivery);
    return false;
  }

  private static Duration pause(int tries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << (tries - 1));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** Null if it was taken, otherwise why not. */
  private @Nullable String post(Delivery delivery) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(webhook.url())
            .timeout(ANSWER_TIME_OUT)
            .header("Content-Type", "application/json; charset=utf-8")
            .header(
                "Stripe-Signature",
                Signature.header(webhook.secret(), clock.millis() / 1000, delivery.body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300 ? null : "answered " + status;
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Lets due notices go out for a short while, then stops for good. */
  @Override
  public void close() {
    closing = true;
    try {
      if (!worker.join(STOP_GRACE)) {
        worker.interrupt();
        if (!worker.join(STOP_GRACE)) {
          LOG.warn("the webhook worker did not stop in time");
        }
      }
    } catch (InterruptedException e) {
      worker.interrupt();
      Thread.currentThread().interrupt();
    }
    client.shutdownNow();
  }
}
