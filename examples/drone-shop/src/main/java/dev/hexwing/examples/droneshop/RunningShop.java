package dev.hexwing.examples.droneshop;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.Hexwing;
import dev.hexwing.application.HexwingSettings;
import dev.hexwing.application.UseCases;
import dev.hexwing.application.events.OutboxQueue.Backlog;
import dev.hexwing.application.payments.PaymentProcessor;
import dev.hexwing.messaging.OutboxRelay;
import dev.hexwing.messaging.RelaySettings;
import dev.hexwing.rest.in.Readiness;
import dev.hexwing.rest.in.Readiness.State;
import dev.hexwing.rest.in.RestServer;
import dev.hexwing.rest.in.RestSettings;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The application, its relay and its HTTP front at work over any driven ports.
 *
 * <p>Closing stops HTTP first, then the workers, then the relay. The ports stay their owner's.
 */
public final class RunningShop implements AutoCloseable {

  private static final Duration OLDEST = Duration.ofMinutes(1);

  private final StopOrder stopOrder;
  private final int port;

  private RunningShop(StopOrder stopOrder, int port) {
    this.stopOrder = stopOrder;
    this.port = port;
  }

  /**
   * Puts the application together over its ports and starts it.
   *
   * @param relay how events are handed over to the broker
   * @param isDatabaseUp asks the database for {@code /health/ready}
   */
  public static RunningShop start(
      DrivenPorts ports,
      RelaySettings relay,
      BooleanSupplier isDatabaseUp,
      HexwingSettings settings,
      RestSettings rest,
      PrometheusMeterRegistry registry) {
    StopOrder stopOrder = new StopOrder();
    boolean started = false;
    try {
      Hexwing hexwing = Hexwing.assemble(ports, settings);
      ShopGauges.register(registry, hexwing.useCases());
      stopOrder.add(OutboxRelay.start(ports.outbox(), ports.broker(), relay));
      stopOrder.add(hexwing).start();
      RestServer server =
          stopOrder.add(
              RestServer.start(
                  rest,
                  hexwing.useCases(),
                  dependencies(ports, hexwing.useCases(), isDatabaseUp),
                  registry,
                  registry::scrape,
                  ports.clock()));
      started = true;
      return new RunningShop(stopOrder, server.port());
    } finally {
      if (!started) {
        stopOrder.close();
      }
    }
  }

  private static List<Readiness> dependencies(
      DrivenPorts ports, UseCases useCases, BooleanSupplier isDatabaseUp) {
    return List.of(
        new Readiness("database", () -> database(isDatabaseUp)),
        new Readiness("processor", () -> processor(ports.processor())),
        new Readiness("outbox", () -> outbox(ports.outbox().backlog())),
        new Readiness("dead-letters", () -> deadLetters(useCases.countDeadLetters().count())));
  }

  private static State database(BooleanSupplier isUp) {
    return isUp.getAsBoolean() ? State.up("answers") : State.down("does not answer");
  }

  private static State processor(PaymentProcessor processor) {
    return processor.isReachable() ? State.up("answers") : State.down("does not answer");
  }

  private static State outbox(Backlog backlog) {
    String detail =
        "%d waiting, the oldest for %d s, %d set aside"
            .formatted(backlog.waiting(), backlog.oldest().toSeconds(), backlog.parked());
    return backlog.oldest().compareTo(OLDEST) > 0 ? State.down(detail) : State.up(detail);
  }

  /** A shop whose consumers could not take a message can take orders none the less. */
  private static State deadLetters(Map<String, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    return State.up(all + " set aside for a person");
  }

  /** The port that is listened on. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    stopOrder.close();
  }
}
