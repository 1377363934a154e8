package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.Principal;
import dev.hexwing.rest.in.RestServer;
import dev.hexwing.rest.in.RestSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** JSON in, JSON out, over HTTP: a payment asked again and an order, against an empty echo. */
final class HttpReport {

  private HttpReport() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    List<PlacedOrder> orders = PlacedOrder.place(database, quick ? 100 : 1_000);
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (Shop shop = Shop.open(database);
        RestServer server =
            RestServer.start(
                RestSettings.defaults().withAddress("127.0.0.1", 0),
                shop.useCases(),
                List.of(),
                registry,
                registry::scrape,
                InstantSource.system());
        EchoServer echo = new EchoServer(HttpRequests.orderLike())) {
      for (PlacedOrder order : orders) {
        shop.pay(Principal.ANONYMOUS, order, false);
      }
      List<String> payments = HttpRequests.payments("/v1/payments", orders);
      List<Load> loads =
          List.of(
              new Load("POST payment again", server.port(), payments),
              new Load("POST echo", echo.port(), HttpRequests.payments("/echo", orders)),
              new Load("GET order", server.port(), HttpRequests.orders(orders)),
              new Load("GET echo", echo.port(), List.of(HttpRequests.get("/echo"))));
      measure(loads, quick);
      report.title("HTTP, loopback, 8 connections kept alive");
      tell(report, loads.get(0), loads.get(1));
      tell(report, loads.get(2), loads.get(3));
      for (Load load : loads) {
        load.forget();
      }
    }
  }

  private static void measure(List<Load> loads, boolean quick) throws Exception {
    int warmUps = quick ? 1 : 3;
    int rounds = quick ? 2 : 10;
    int count = quick ? 500 : 30_000;
    for (int turn = 0; turn < warmUps + rounds; turn++) {
      List<Load> order = new ArrayList<>(loads);
      if (turn % 2 == 1) {
        order = order.reversed();
      }
      for (Load load : order) {
        load.round(count, turn >= warmUps);
      }
    }
  }

  private static void tell(Report report, Load ours, Load echo) {
    report.row("", ours.name(), echo.name(), "ratio of each pair: median (least–most)");
    row(report, "per second", ours, echo, Load.Result::perSecond);
    row(report, "p50 µs", ours, echo, Load.Result::p50Micros);
    row(report, "p99 µs", ours, echo, Load.Result::p99Micros);
    row(report, "server processor µs", ours, echo, Load.Result::cpuMicros);
  }

  private static void row(
      Report report, String what, Load ours, Load echo, ToDoubleFunction<Load.Result> figure) {
    double[] ratios = new double[ours.results().size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] =
          figure.applyAsDouble(ours.results().get(i)) / figure.applyAsDouble(echo.results().get(i));
    }
    report.row(
        what,
        "%.0f".formatted(Spread.of(ours.results(), figure).median()),
        "%.0f".formatted(Spread.of(echo.results(), figure).median()),
        Spread.of(ratios).toString());
  }
}
