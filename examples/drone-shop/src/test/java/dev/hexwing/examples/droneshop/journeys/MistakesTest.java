package dev.hexwing.examples.droneshop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.HexwingSettings;
import dev.hexwing.application.testkit.InMemoryStore;
import dev.hexwing.examples.droneshop.RunningShop;
import dev.hexwing.examples.droneshop.csv.CatalogueFile;
import dev.hexwing.examples.sandbox.FaultSpec;
import dev.hexwing.examples.sandbox.SandboxOptions;
import dev.hexwing.examples.sandbox.SandboxServer;
import dev.hexwing.messaging.InProcessBroker;
import dev.hexwing.messaging.RelaySettings;
import dev.hexwing.rest.in.RestSettings;
import dev.hexwing.rest.out.ProcessorSettings;
import dev.hexwing.rest.out.StripeProcessor;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A shop that is built wrong is found out by the same player that finds a good one sound. */
@Timeout(value = 100, unit = TimeUnit.SECONDS)
class MistakesTest {

  /** So slow that whoever taps once more does so while the first tap is still under way. */
  private static final FaultSpec SLOW = FaultSpec.parse("slow=1:250ms").get();

  @TempDir private Path folder;

  @Test
  void a_shop_without_a_mistake_is_sound() throws Exception {
    JourneysReport report = play(Mistake.NONE);
    assertThat(report.findings().broken()).as("%s", report.details()).isEmpty();
    assertThat(report.findings().paid()).isEqualTo(report.journeys());
    assertThat(report.findings().charges()).isEqualTo(report.journeys());
    assertThat(report.isSound()).isTrue();
  }

  @Test
  void a_slot_that_is_not_claimed_charges_twice_and_is_found_out() throws Exception {
    JourneysReport report = play(Mistake.SLOT_NOT_CLAIMED);
    assertThat(report.findings().duplicateCharges()).isPositive();
    assertThat(report.isSound()).isFalse();
  }

  @Test
  void a_third_phase_that_is_left_out_loses_charges_and_is_found_out() throws Exception {
    JourneysReport report = play(Mistake.PHASE_THREE_LEFT_OUT);
    assertThat(report.findings().lostCharges()).isPositive();
    assertThat(report.isSound()).isFalse();
  }

  @Test
  void a_drone_that_is_not_held_is_booked_twice_and_is_found_out() throws Exception {
    JourneysReport report = play(Mistake.DRONE_NOT_HELD);
    assertThat(report.findings().dronesDoubleBooked()).isPositive();
    assertThat(report.isSound()).isFalse();
  }

  private JourneysReport play(Mistake mistake) throws Exception {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    SandboxOptions slow = SandboxOptions.in(folder.resolve("ledger")).withFaults(SLOW, 7);
    try (SandboxServer sandbox = SandboxServer.start(slow)) {
      URI processorAddress = URI.create("http://127.0.0.1:" + sandbox.port());
      try (StripeProcessor processor =
              new StripeProcessor(
                  ProcessorSettings.of(processorAddress, SandboxOptions.DEFAULT_KEY), registry);
          InProcessBroker broker = new InProcessBroker();
          RunningShop shop =
              RunningShop.start(
                  ports(mistake, processor, broker),
                  RelaySettings.STANDARD,
                  () -> true,
                  HexwingSettings.STANDARD,
                  RestSettings.defaults().withAddress("127.0.0.1", 0),
                  registry)) {
        return new Player(
                play(URI.create("http://127.0.0.1:" + shop.port()), processorAddress),
                new PrintWriter(Writer.nullWriter()),
                false)
            .run();
      }
    }
  }

  private static DrivenPorts ports(
      Mistake mistake, StripeProcessor processor, InProcessBroker broker) {
    InMemoryStore store = InMemoryStore.onSystemClock();
    store.stock(CatalogueFile.read(Path.of("data-sets/catalogue.csv")).products());
    return new DrivenPorts(
        mistake.in(store),
        store,
        broker,
        processor,
        store,
        store,
        UUID::randomUUID,
        InstantSource.system());
  }

  private static Play play(URI shop, URI processor) {
    return new Play(
        shop,
        processor,
        SandboxOptions.DEFAULT_KEY,
        16,
        3,
        0.1,
        8,
        7,
        Optional.empty(),
        Duration.ofSeconds(2),
        Duration.ofSeconds(4));
  }
}
