package dev.hexwing.rest.out;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One HTTP call to Stripe at a time: sent at most once, over by its deadline, bounded in size.
 *
 * <p>The deadline spans connecting, sending and the whole answer. The client's own request time-out
 * does not: it ends with the answer's head.
 */
final class StripeHttp implements AutoCloseable {

  /** Pinned, so that the shape of answers changes when this line does and not before. */
  static final String VERSION = "2025-03-31.basil";

  private static final int LARGEST_ANSWER = 1 << 20;

  private final ProcessorSettings settings;
  private final Logger log;
  private final ExecutorService threads;
  private final HttpClient client;
  private final JsonMapper json = JsonMapper.builder().build();
  private final AtomicBoolean keyRefused = new AtomicBoolean();

  StripeHttp(ProcessorSettings settings, Logger log) {
    this.settings = settings;
    this.log = log;
    threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("processor-client-", 0).factory());
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .executor(threads)
            .build();
  }

  /** Sends a form under a name of ours. */
  Heard post(String path, Form form, String idempotencyKey, Deadline deadline) {
    OnceBody body = new OnceBody(form.bytes());
    HttpRequest request =
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Idempotency-Key", idempotencyKey)
            .POST(body)
            .build();
    return exchange(request, body::withdraw, deadline);
  }

  /** Asks for something. */
  Heard get(String path, Form query, Deadline deadline) {
    String asked = query.bytes().length == 0 ? path : path + "?" + encoded(query);
    return exchange(to(asked).GET().build(), () -> false, deadline);
  }

  /** Whether anything at all that speaks HTTP answers there. */
  boolean answersWithin(Duration time) {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(to("/v1/balance").GET().build(), BodyHandlers.discarding());
    try {
      answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException | ExecutionException | CancellationException e) {
      log.debug("the payment processor does not answer", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
        .header("Authorization", "Bearer " + settings.key())
        .header("Stripe-Version", VERSION)
        .header("Accept", "application/json");
  }

  /** A URI may not hold the brackets that a form may. */
  private static String encoded(Form query) {
    return query.toString().replace("[", "%5B").replace("]", "%5D");
  }

  private Heard exchange(HttpRequest request, BooleanSupplier withdraw, Deadline deadline) {
    long left = deadline.left();
    if (left <= 0) {
      return new Heard.NeverLeft("no time left");
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BoundedBody.upTo(LARGEST_ANSWER));
    try {
      return reply(answer.get(left, TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return unheard("no whole answer in time", withdraw);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unheard("interrupted while waiting for the answer", withdraw);
    } catch (CancellationException e) {
      return unheard("cancelled", withdraw);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return unheard(cause.toString(), withdraw);
    } finally {
      answer.cancel(true);
    }
  }

  /**
   * What is known about a request without an answer. The client connects, and shakes hands over
   * TLS, before it asks for the body: whatever fails until then is told by the body alone.
   */
  private static Heard unheard(String why, BooleanSupplier withdraw) {
    return withdraw.getAsBoolean() ? new Heard.NeverLeft(why) : new Heard.Lost(why);
  }

  private Heard.Reply reply(HttpResponse<byte[]> response) {
    Heard.Reply reply =
        new Heard.Reply(
            response.statusCode(),
            object(response.body()),
            response.headers().firstValue("Request-Id").orElse(""));
    note(reply);
    return reply;
  }

  private JsonNode object(byte[] body) {
    try {
      JsonNode read = json.readTree(body);
      return read != null && read.isObject() ? read : MissingNode.getInstance();
    } catch (JacksonException e) {
      log.debug("the payment processor's answer is no JSON", e);
      return MissingNode.getInstance();
    }
  }

  /** A refused key stops every payment: said loudly, and once until it is taken again. */
  private void note(Heard.Reply reply) {
    if (reply.status() == 401 || reply.status() == 403) {
      if (keyRefused.compareAndSet(false, true)) {
        log.error("the payment processor refuses our key, so nothing can be paid: {}", reply);
      }
    } else if (reply.status() < 300) {
      keyRefused.set(false);
    }
  }

  /** Takes nothing more, lets what is under way end by its deadline, and then breaks off. */
  @Override
  public void close() {
    client.shutdown();
    boolean ended = false;
    try {
      ended = client.awaitTermination(settings.callTimeout());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!ended) {
        client.shutdownNow();
      }
      threads.shutdown();
    }
  }
}
