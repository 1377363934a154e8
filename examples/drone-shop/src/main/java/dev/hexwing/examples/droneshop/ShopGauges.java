package dev.hexwing.examples.droneshop;

import dev.hexwing.application.Dashboard;
import dev.hexwing.application.ShowDashboard;
import dev.hexwing.application.events.OutboxQueue.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the outbox and what waits for a person as gauges, read at most once a second. */
final class ShopGauges {

  private static final Logger log = LoggerFactory.getLogger(ShopGauges.class);
  private static final long KEPT_NANOS = 1_000_000_000L;

  private final ShowDashboard dashboard;
  private @Nullable Dashboard last;
  private long lastNanos;

  private ShopGauges(ShowDashboard dashboard) {
    this.dashboard = dashboard;
  }

  static void register(MeterRegistry registry, ShowDashboard dashboard) {
    ShopGauges gauges = new ShopGauges(dashboard);
    gauges.gauge(
        registry, "hexwing.outbox.waiting", "events not yet sent", all -> all.backlog().waiting());
    gauges.gauge(
        registry,
        "hexwing.outbox.parked",
        "events set aside for a person",
        all -> all.backlog().parked());
    gauges.gauge(
        registry,
        "hexwing.outbox.age.seconds",
        "age of the oldest event not yet sent",
        all -> seconds(all.backlog()));
    gauges.gauge(
        registry,
        "hexwing.needs.attention",
        "intents that wait for a person",
        Dashboard::needAttention);
  }

  private static double seconds(Backlog backlog) {
    return backlog.oldest().toMillis() / 1000.0;
  }

  private void gauge(
      MeterRegistry registry, String name, String what, ToDoubleFunction<Dashboard> figure) {
    Gauge.builder(name, this, gauges -> gauges.read(figure))
        .description(what)
        .strongReference(true)
        .register(registry);
  }

  /** What cannot be known is no number. */
  private synchronized double read(ToDoubleFunction<Dashboard> figure) {
    try {
      Dashboard known = last;
      if (known == null || System.nanoTime() - lastNanos > KEPT_NANOS) {
        known = dashboard.show();
        last = known;
        lastNanos = System.nanoTime();
      }
      return figure.applyAsDouble(known);
    } catch (RuntimeException e) {
      log.debug("the gauges cannot be read", e);
      return Double.NaN;
    }
  }
}
