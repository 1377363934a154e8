package dev.hexwing.examples.droneshop;

import dev.hexwing.application.Dashboard;
import dev.hexwing.application.UseCases;
import dev.hexwing.application.events.ConsumerStart;
import dev.hexwing.application.events.OutboxQueue.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the outbox and what waits for a person as gauges, read at most once a second.
 *
 * @param <T> what is read at once
 */
final class ShopGauges<T> {

  private static final Logger log = LoggerFactory.getLogger(ShopGauges.class);
  private static final long KEPT_NANOS = 1_000_000_000L;

  private final MeterRegistry registry;
  private final Supplier<T> source;
  private @Nullable T last;
  private long lastNanos;

  private ShopGauges(MeterRegistry registry, Supplier<T> source) {
    this.registry = registry;
    this.source = source;
  }

  static void register(MeterRegistry registry, UseCases useCases) {
    ShopGauges<Dashboard> shop = new ShopGauges<>(registry, useCases.showDashboard()::show);
    shop.gauge("hexwing.outbox.waiting", "events not yet sent", all -> all.backlog().waiting());
    shop.gauge(
        "hexwing.outbox.parked", "events set aside for a person", all -> all.backlog().parked());
    shop.gauge(
        "hexwing.outbox.age.seconds",
        "age of the oldest event not yet sent",
        all -> seconds(all.backlog()));
    shop.gauge(
        "hexwing.needs.attention", "intents that wait for a person", Dashboard::needAttention);
    ShopGauges<List<ConsumerStart>> starts =
        new ShopGauges<>(registry, useCases.showConsumerStarts()::show);
    starts.gauge(
        "hexwing.consumers.starting",
        "new consumers that are not live yet",
        all -> all.stream().filter(ShopGauges::isStarting).count());
    starts.gauge(
        "hexwing.consumers.history.left",
        "places of history that new consumers have not reached",
        all ->
            all.stream()
                .filter(ShopGauges::isStarting)
                .mapToLong(start -> start.total() - start.reached())
                .sum());
    ShopGauges<Map<String, Long>> letters =
        new ShopGauges<>(registry, useCases.countDeadLetters()::count);
    for (String consumer : useCases.countDeadLetters().count().keySet()) {
      letters.gauge(
          "hexwing.dead.letters",
          "messages that a consumer did not take",
          counts -> counts.getOrDefault(consumer, 0L),
          Tags.of("consumer", consumer));
    }
  }

  private static boolean isStarting(ConsumerStart start) {
    return start.state() != ConsumerStart.State.LIVE;
  }

  private static double seconds(Backlog backlog) {
    return backlog.oldest().toMillis() / 1000.0;
  }

  private void gauge(String name, String what, ToDoubleFunction<T> figure) {
    gauge(name, what, figure, Tags.empty());
  }

  private void gauge(String name, String what, ToDoubleFunction<T> figure, Tags tags) {
    Gauge.builder(name, this, gauges -> gauges.read(figure))
        .description(what)
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  /** What cannot be known is no number. */
  private synchronized double read(ToDoubleFunction<T> figure) {
    try {
      T known = last;
      if (known == null || System.nanoTime() - lastNanos > KEPT_NANOS) {
        known = source.get();
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
