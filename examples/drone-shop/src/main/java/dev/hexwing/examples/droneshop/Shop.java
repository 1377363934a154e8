package dev.hexwing.examples.droneshop;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.HexwingSettings;
import dev.hexwing.application.payments.PaymentTimes;
import dev.hexwing.examples.droneshop.SandboxProcess.Notices;
import dev.hexwing.persistence.CannotOpenStore;
import dev.hexwing.persistence.Persistence;
import dev.hexwing.rest.in.RestSettings;
import dev.hexwing.rest.out.StripeProcessor;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A shop in one process: database, processor, application and HTTP front, opened in this order and
 * closed in the other.
 */
final class Shop implements AutoCloseable {

  private final ShopSettings settings;
  private final StopOrder stopOrder;
  private final RunningShop running;
  private final URI processor;

  private Shop(ShopSettings settings, StopOrder stopOrder, RunningShop running, URI processor) {
    this.settings = settings;
    this.stopOrder = stopOrder;
    this.running = running;
    this.processor = processor;
  }

  /**
   * Opens everything, or nothing.
   *
   * @throws StartFailure with one line that says why not
   */
  static Shop start(ShopSettings settings) {
    checkFolder(settings.data());
    checkPort(settings);
    StopOrder stopOrder = new StopOrder();
    boolean started = false;
    try {
      Shop shop = start(settings, stopOrder);
      started = true;
      return shop;
    } catch (CannotOpenStore e) {
      throw new StartFailure("database: " + e.getMessage(), e);
    } finally {
      if (!started) {
        stopOrder.close();
      }
    }
  }

  private static Shop start(ShopSettings settings, StopOrder stopOrder) {
    Optional<Notices> notices = notices(settings);
    @Nullable SandboxProcess sandbox =
        settings.processorUrl().isPresent()
            ? null
            : stopOrder.add(SandboxProcess.findOrStart(settings, notices));
    Persistence persistence = stopOrder.add(Persistence.open(settings.database()));
    persistence.migrate();
    Stock.fill(persistence.catalog(), settings.catalogue());
    URI processorUrl =
        sandbox == null ? settings.processorUrl().orElseThrow() : sandbox.awaitAddress();
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    StripeProcessor processor =
        stopOrder.add(new StripeProcessor(settings.processor(processorUrl), registry));
    DrivenPorts ports =
        new DrivenPorts(
                persistence.unitOfWork(),
                persistence.outboxQueue(),
                stopOrder.add(settings.carrier().open(persistence.deadLetters())),
                processor,
                persistence.catalog(),
                persistence.figures(),
                persistence.ids(),
                InstantSource.system())
            .withDeadLetters(persistence.deadLetters());
    RunningShop running =
        stopOrder.add(
            RunningShop.start(
                ports,
                settings.carrier().relay(),
                persistence::isReachable,
                hexwing(settings),
                rest(settings),
                registry));
    return new Shop(settings, stopOrder, running, processorUrl);
  }

  private static Optional<Notices> notices(ShopSettings settings) {
    if (settings.processorUrl().isPresent() || settings.port() == 0) {
      return Optional.empty();
    }
    String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
    URI url = URI.create("http://" + host + ":" + settings.port() + "/v1/processor-events");
    return Optional.of(new Notices(url, secret(settings)));
  }

  private static String secret(ShopSettings settings) {
    return settings.webhookSecret().orElseGet(() -> WebhookSecret.of(settings.data()));
  }

  /** A lease outlives the slowest call, or an owner that still waits would be taken for dead. */
  private static HexwingSettings hexwing(ShopSettings settings) {
    HexwingSettings usual = HexwingSettings.STANDARD;
    PaymentTimes times = usual.payments();
    Duration slowest = ShopSettings.shortestLease(settings.callTimeout());
    Duration lease =
        settings.lease().orElse(slowest.compareTo(times.lease()) > 0 ? slowest : times.lease());
    return new HexwingSettings(
        new PaymentTimes(
            times.join(),
            lease,
            times.firstLook(),
            times.lastLook(),
            times.looks(),
            times.retryAfter()),
        usual.dispatch(),
        usual.recoveryInterval(),
        usual.dispatchInterval(),
        settings.retention());
  }

  private static RestSettings rest(ShopSettings settings) {
    RestSettings rest =
        RestSettings.defaults()
            .withAddress(settings.host(), settings.port())
            .withShopTitle(settings.title())
            .withKeyLifetime(settings.retention().keys());
    boolean takesNotices = settings.webhookSecret().isPresent() || notices(settings).isPresent();
    return takesNotices ? rest.withProcessorEventSecret(secret(settings)) : rest;
  }

  private static void checkFolder(Path data) {
    try {
      Files.createDirectories(data);
      Files.delete(Files.createTempFile(data, "write", ".check"));
    } catch (IOException e) {
      throw new StartFailure("HEXWING_DATA: cannot write to the folder " + data, e);
    }
  }

  /** Told before anything else is opened; the front tells it too, in case of a race. */
  private static void checkPort(ShopSettings settings) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException e) {
      throw new StartFailure(
          "HEXWING_PORT: cannot listen on "
              + settings.host()
              + ":"
              + settings.port()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /** What a person wants to know who has just started it. */
  String greeting() {
    String address = "http://localhost:" + running.port();
    String database =
        settings.isEmbedded() ? "embedded in that folder" : settings.database().toString();
    String ledger =
        settings.processorUrl().isPresent()
            ? ""
            : " (a sandbox; its ledger is in " + settings.data().resolve("sandbox") + ")";
    return """
    Hexwing drone shop
      address    %s
      try        curl -s %s/v1/orders -H 'Content-Type: application/json' -d '%s'
      data       %s
      database   %s
      processor  %s%s
    Ctrl-C stops it.\
    """
        .formatted(
            address,
            address,
            "{\"lines\":[{\"sku\":\"COFFEE-250\",\"quantity\":2}],"
                + "\"dropOff\":{\"latitude\":52.52,\"longitude\":13.405}}",
            settings.data(),
            database,
            processor,
            ledger);
  }

  @Override
  public void close() {
    stopOrder.close();
  }
}
