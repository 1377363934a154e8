package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The running HTTP front of a shop; each connection has a virtual thread.
 *
 * <pre>{@code
 * try (RestServer server = RestServer.start(settings, useCases, dependencies, registry,
 *     registry::scrape, InstantSource.system())) {
 *   System.out.println("http://localhost:" + server.port());
 * }
 * }</pre>
 *
 * <p>Safe for use by any number of threads.
 */
public final class RestServer implements AutoCloseable {

  private static final int LONGEST_REQUEST_LINE = 4096;

  private final WebServer server;
  private final ReadinessChecks readiness;

  private RestServer(WebServer server, ReadinessChecks readiness) {
    this.server = server;
    this.readiness = readiness;
  }

  /**
   * Starts listening.
   *
   * @param settings how to listen, and what not to take
   * @param useCases what answers
   * @param dependencies what {@code /health/ready} asks
   * @param registry where rates, errors and durations are counted
   * @param scrape the text of {@code /metrics}, in Prometheus' format
   * @param clock judges the age of the processor's notices
   * @throws IllegalStateException if the address cannot be listened on; its message names it
   */
  public static RestServer start(
      RestSettings settings,
      UseCases useCases,
      List<Readiness> dependencies,
      MeterRegistry registry,
      Supplier<String> scrape,
      InstantSource clock) {
    return start(
        settings, useCases, dependencies, registry, scrape, clock, PrincipalSource.ANONYMOUS);
  }

  static RestServer start(
      RestSettings settings,
      UseCases useCases,
      List<Readiness> dependencies,
      MeterRegistry registry,
      Supplier<String> scrape,
      InstantSource clock,
      PrincipalSource principals) {
    ReadinessChecks readiness = new ReadinessChecks(dependencies, settings.readinessTimeout());
    List<Route> routes = routes(settings, useCases, readiness, scrape, clock);
    WebServer server =
        server(settings, routing(settings, routes, principals, new RequestMetrics(registry)));
    try {
      requireFree(settings);
      server.start();
    } catch (IOException | RuntimeException e) {
      readiness.close();
      throw cannotListen(settings, e);
    }
    if (!server.isRunning()) {
      readiness.close();
      throw cannotListen(settings, null);
    }
    return new RestServer(server, readiness);
  }

  private static IllegalStateException cannotListen(
      RestSettings settings, @Nullable Exception cause) {
    String why = cause == null ? "" : ": " + cause.getMessage();
    return new IllegalStateException(
        "cannot listen on " + settings.host() + ":" + settings.port() + why, cause);
  }

  /** Tries the address by itself, because the server's own words about it are many and loud. */
  private static void requireFree(RestSettings settings) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(settings.host(), settings.port()));
    }
  }

  static List<Route> routes(
      RestSettings settings,
      UseCases useCases,
      ReadinessChecks readiness,
      Supplier<String> scrape,
      InstantSource clock) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new ProductResource(useCases).routes());
    routes.addAll(new OrderResource(useCases).routes());
    routes.addAll(new PaymentResource(useCases, new Receipts(settings.retryAfter())).routes());
    routes.addAll(new AttentionResource(useCases).routes());
    routes.addAll(new DeadLetterResource(useCases).routes());
    routes.addAll(new ConsumerStartResource(useCases).routes());
    routes.addAll(new RebuildResource(useCases).routes());
    routes.addAll(new DroneResource(useCases).routes());
    routes.addAll(new DeliveryResource(useCases).routes());
    routes.addAll(new JourneyResource(useCases).routes());
    routes.addAll(new DashboardResource(useCases).routes());
    routes.addAll(new ProcessorEventResource(useCases, settings, clock).routes());
    routes.addAll(new HealthResource(readiness).routes());
    routes.addAll(new MetricsResource(scrape).routes());
    routes.addAll(ProblemResource.routes());
    routes.addAll(new DocumentResource(settings.keyLifetime()).routes());
    routes.addAll(new PageResource(settings.shopTitle()).routes());
    return List.copyOf(routes);
  }

  private static HttpRouting.Builder routing(
      RestSettings settings,
      List<Route> routes,
      PrincipalSource principals,
      RequestMetrics metrics) {
    Map<String, Exchange> byTemplate = new LinkedHashMap<>();
    for (Route route : routes) {
      byTemplate
          .computeIfAbsent(
              route.template(), template -> new Exchange(settings, principals, metrics, template))
          .serve(route);
    }
    HttpRouting.Builder routing = HttpRouting.builder();
    byTemplate.forEach(routing::any);
    return routing.any(new Exchange(settings, principals, metrics, "unknown"));
  }

  private static WebServer server(RestSettings settings, HttpRouting.Builder routing) {
    Http1Config http1 =
        Http1Config.builder()
            .maxPrologueLength(LONGEST_REQUEST_LINE)
            .maxHeadersSize(settings.headerLimit())
            .build();
    return WebServer.builder()
        .host(settings.host())
        .port(settings.port())
        .shutdownHook(false)
        .featuresDiscoverServices(false)
        .protocolsDiscoverServices(false)
        .addConnectionSelector(
            new UnhurriedClients(
                Http1ConnectionSelector.builder().config(http1).build(), settings.idleTimeout()))
        .maxPayloadSize((long) settings.bodyLimit() + RequestBody.LINGER)
        .maxTcpConnections(settings.maxConnections())
        .connectionOptions(new TimedSockets(settings.readTimeout()))
        .idleConnectionTimeout(settings.idleTimeout())
        .idleConnectionPeriod(settings.idleTimeout().dividedBy(2))
        .shutdownGracePeriod(settings.stopWithin())
        // The words are for our own handler, which tells 431 by them and sends none of them.
        .errorHandling(errors -> errors.includeEntity(true))
        // The channels of NIO know no read time-out: a client that falls silent would stay for
        // ever.
        .useNio(false)
        .directHandlers(TransportProblems.handlers(settings))
        .routing(routing)
        .build();
  }

  /** The port that is listened on. */
  public int port() {
    return server.port();
  }

  /** Takes no more requests, waits for those under way as long as was set, and ends. */
  @Override
  public void close() {
    server.stop();
    readiness.close();
  }
}
