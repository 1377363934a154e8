package dev.hexwing.examples.sandbox;

import io.helidon.http.Method;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running sandbox payment processor: an HTTP server with its own ledger on disk.
 *
 * <p>Closing it lets requests under way finish, hands out the notices that are due, writes the
 * ledger out and frees its folder. Thread-safe.
 */
public final class SandboxServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SandboxServer.class);
  private static final long LARGEST_BODY = 64 * 1024;
  private static final int LARGEST_HEADERS = 16 * 1024;
  private static final int LONGEST_REQUEST_LINE = 8 * 1024;
  private static final int MOST_CONNECTIONS = 2048;
  private static final Duration IDLE_TIME_OUT = Duration.ofMinutes(2);
  private static final Duration STOP_GRACE = Duration.ofSeconds(3);

  private final Ledger ledger;
  private final @Nullable WebhookSender webhooks;
  private final WebServer server;
  private final AtomicBoolean stopped = new AtomicBoolean();

  private SandboxServer(SandboxOptions options, Ledger ledger, InetAddress address) {
    this.ledger = ledger;
    Faults faults = new Faults(options.faults(), options.seed());
    Webhook webhook = options.webhook();
    this.webhooks = webhook == null ? null : new WebhookSender(webhook, faults, options.clock());
    StripeApi stripe =
        new StripeApi(
            new Access(options.key()), faults, ledger, webhooks == null ? Notices.NONE : webhooks);
    this.server =
        WebServer.builder()
            .address(address)
            .port(options.port())
            .shutdownHook(false)
            .maxPayloadSize(LARGEST_BODY)
            .maxTcpConnections(MOST_CONNECTIONS)
            .idleConnectionTimeout(IDLE_TIME_OUT)
            .shutdownGracePeriod(STOP_GRACE)
            .directHandlers(JsonResponse.serverErrors())
            .addProtocol(
                Http1Config.builder()
                    .maxHeadersSize(LARGEST_HEADERS)
                    .maxPrologueLength(LONGEST_REQUEST_LINE)
                    .build())
            .routing(routing -> route(routing, stripe, new ControlApi(faults, ledger)))
            .build();
  }

  private static void route(HttpRouting.Builder routing, StripeApi stripe, ControlApi control) {
    routing
        .register("/v1", stripe)
        .register("/sandbox", control)
        .any(
            (request, response) -> {
              Method method = request.prologue().method();
              JsonResponse.send(response, Refusals.noSuchUrl(method.text(), request.path().path()));
            });
  }

  /**
   * Opens the ledger and starts listening.
   *
   * @return the running sandbox
   * @throws SandboxStartException with one line that says why it can't start
   */
  public static SandboxServer start(SandboxOptions options) {
    InetAddress address = address(options.host());
    checkFree(options, address);
    Ledger ledger = Ledger.open(options);
    SandboxServer sandbox;
    try {
      sandbox = new SandboxServer(options, ledger, address);
    } catch (RuntimeException e) {
      close(ledger);
      throw e;
    }
    boolean started = false;
    try {
      sandbox.server.start();
      if (!sandbox.server.isRunning()) {
        throw cantListen(options, "the web server did not start", null);
      }
      if (sandbox.webhooks != null) {
        sandbox.webhooks.start();
      }
      started = true;
      LOG.info("listening on port {} with faults {}", sandbox.port(), options.faults());
      return sandbox;
    } finally {
      if (!started) {
        sandbox.stop();
      }
    }
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new SandboxStartException("unknown host '" + host + "'", e);
    }
  }

  /** The web server reports a port that is taken in its log alone, so it is tried before. */
  private static void checkFree(SandboxOptions options, InetAddress address) {
    try (ServerSocket trial = new ServerSocket()) {
      trial.setReuseAddress(true);
      trial.bind(new InetSocketAddress(address, options.port()));
    } catch (IOException e) {
      throw cantListen(options, e.getMessage(), e);
    }
  }

  private static SandboxStartException cantListen(
      SandboxOptions options, @Nullable String why, @Nullable Exception cause) {
    return new SandboxStartException(
        "can't listen on " + options.host() + ":" + options.port() + ": " + why, cause);
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Stops in order; a second call does nothing. */
  public void stop() {
    if (!stopped.compareAndSet(false, true)) {
      return;
    }
    try {
      server.stop();
    } finally {
      try {
        if (webhooks != null) {
          webhooks.close();
        }
      } finally {
        close(ledger);
      }
    }
    LOG.info("stopped");
  }

  private static void close(Ledger ledger) {
    try {
      ledger.close();
    } catch (IOException e) {
      LOG.error("the ledger could not be closed", e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
