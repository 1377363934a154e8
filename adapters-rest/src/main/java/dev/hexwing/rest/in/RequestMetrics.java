package dev.hexwing.rest.in;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Rate, errors and duration of each route, and how many requests are under way. */
final class RequestMetrics {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final AtomicInteger inFlight = new AtomicInteger();

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
    registry.gauge("http.server.requests.active", inFlight);
  }

  /** Notes that a request begins; tells how many there are with it. */
  int begin() {
    return inFlight.incrementAndGet();
  }

  /** Notes that a request has ended. */
  void end() {
    inFlight.decrementAndGet();
  }

  /** The timers of one route: labelled by its template, so that ids never become labels. */
  RouteTimers timersOf(String method, String template) {
    return new RouteTimers(method, template);
  }

  /** One timer per class of status. */
  final class RouteTimers {
    private final String method;
    private final String template;
    private final AtomicReferenceArray<Timer> byClass = new AtomicReferenceArray<>(6);

    private RouteTimers(String method, String template) {
      this.method = method;
      this.template = template;
    }

    void record(int status, long nanos) {
      int statusClass = Math.clamp(status / 100, 0, 5);
      Timer timer = byClass.get(statusClass);
      if (timer == null) {
        timer = register(statusClass);
        byClass.set(statusClass, timer);
      }
      timer.record(Duration.ofNanos(nanos));
    }

    private Timer register(int statusClass) {
      return Timer.builder("http.server.requests")
          .description("requests answered, by route and class of status")
          .tag("method", method)
          .tag("route", template)
          .tag("status", statusClass + "xx")
          .serviceLevelObjectives(BUCKETS)
          .register(registry);
    }
  }
}
