package dev.hexwing.rest.in;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** What is counted, for Prometheus to fetch. */
final class MetricsResource {

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<String> scrape;

  MetricsResource(Supplier<String> scrape) {
    this.scrape = scrape;
  }

  List<Route> routes() {
    return List.of(
        Route.operations(
            "/metrics",
            call -> Reply.of(200, PROMETHEUS, scrape.get().getBytes(StandardCharsets.UTF_8))));
  }
}
