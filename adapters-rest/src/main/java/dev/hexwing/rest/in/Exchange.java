package dev.hexwing.rest.in;

import dev.hexwing.application.work.LogContext;
import dev.hexwing.domain.shared.CorrelationId;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.vavr.control.Option;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries requests to one path: finds the endpoint, turns what goes wrong into a problem, and wraps
 * every answer in what every answer carries.
 */
final class Exchange implements Handler {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final Logger ACCESS = LoggerFactory.getLogger("dev.hexwing.rest.access");

  private final RestSettings settings;
  private final PrincipalSource principals;
  private final RequestMetrics metrics;
  private final Map<String, Served> byMethod = new TreeMap<>();
  private final Served elsewise;

  Exchange(
      RestSettings settings, PrincipalSource principals, RequestMetrics metrics, String template) {
    this.settings = settings;
    this.principals = principals;
    this.metrics = metrics;
    Route refuse = new Route("other", template, Route.Purpose.SHOP, this::refuse);
    this.elsewise = served(refuse);
  }

  private Served served(Route route) {
    return new Served(route, metrics.timersOf(route.method(), route.template()));
  }

  Exchange serve(Route route) {
    if (byMethod.put(route.method(), served(route)) != null) {
      throw new IllegalStateException("served twice: " + route);
    }
    return this;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    CorrelationId correlationId = CorrelationIds.of(request.headers());
    try (LogContext context =
        LogContext.of(correlationId, Option.some(Traces.of(request.headers())))) {
      handle(request, response, correlationId);
    }
  }

  private void handle(ServerRequest request, ServerResponse response, CorrelationId correlationId) {
    long begun = System.nanoTime();
    int active = metrics.begin();
    String method = request.prologue().method().text();
    Served served = served(method);
    int status = 0;
    try {
      Reply reply = answer(served.route(), active, request, correlationId);
      status = reply.status();
      send(reply, correlationId, method.equals("HEAD"), response);
    } finally {
      long nanos = System.nanoTime() - begun;
      metrics.end();
      served.timers().record(status, nanos);
      log(served.route(), method, status, nanos);
    }
  }

  private Served served(String method) {
    Served exact = byMethod.get(method);
    if (exact == null && method.equals("HEAD")) {
      exact = byMethod.get("GET");
    }
    return exact == null ? elsewise : exact;
  }

  private Reply answer(
      Route route, int active, ServerRequest request, CorrelationId correlationId) {
    try {
      if (route.purpose() != Route.Purpose.OPERATIONS
          && active > settings.maxConcurrentRequests()) {
        throw new RequestRefused(
            Problem.of(503, ProblemCodes.SERVER_BUSY, "too many requests at a time")
                .retryAfter(settings.retryAfter()));
      }
      return route
          .endpoint()
          .answer(new Call(request, settings, principals.principalOf(request), correlationId));
    } catch (RuntimeException e) {
      Problem problem = Problems.of(e, settings.retryAfter());
      if (problem.status() >= 500 && !(e instanceof RequestRefused)) {
        LOG.error("{} {} failed", route.method(), route.template(), e);
      }
      return (route.purpose() == Route.Purpose.MONEY ? problem.whereMoneyIsAsked() : problem)
          .reply(correlationId);
    }
  }

  private Reply refuse(Call call) {
    if (byMethod.isEmpty()) {
      throw new RequestRefused(
          Problem.of(404, ProblemCodes.NOT_FOUND, "there is nothing at this path"));
    }
    String allowed = String.join(", ", byMethod.keySet());
    throw new RequestRefused(
        Problem.of(405, ProblemCodes.METHOD_NOT_ALLOWED, "this path answers " + allowed)
            .with(
                HeaderValues.create(
                    HeaderNames.ALLOW,
                    byMethod.containsKey("GET") ? "HEAD, " + allowed : allowed)));
  }

  private static void send(
      Reply reply, CorrelationId correlationId, boolean headOnly, ServerResponse response) {
    response.status(reply.status());
    response.header(CorrelationIds.HEADER, correlationId.value());
    for (Header header : SecurityHeaders.unlessSaid()) {
      response.header(header);
    }
    for (Header header : SecurityHeaders.always()) {
      response.header(header);
    }
    for (Header header : reply.headers()) {
      response.header(header);
    }
    if (headOnly) {
      response.contentLength(reply.body().length);
      response.send();
    } else if (reply.body().length == 0) {
      response.send();
    } else {
      response.send(reply.body());
    }
  }

  private static void log(Route route, String method, int status, long nanos) {
    double millis = Math.round(nanos / 10_000.0) / 100.0;
    if (route.purpose() == Route.Purpose.OPERATIONS) {
      ACCESS.debug("{} {} {} {} ms", method, route.template(), status, millis);
    } else {
      ACCESS.info("{} {} {} {} ms", method, route.template(), status, millis);
    }
  }

  private record Served(Route route, RequestMetrics.RouteTimers timers) {}
}
