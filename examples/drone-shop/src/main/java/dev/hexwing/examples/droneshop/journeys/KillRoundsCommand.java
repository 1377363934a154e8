package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Kills a shop of its own again and again while customers pay. */
@Command(
    name = "kill-rounds",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every invariant held", "1:one did not", "2:wrong use"},
    description =
        "Starts a shop and a processor, lets customers pay, ends the shop with kill -9 at a random"
            + " moment, starts it again, round after round, and then audits the processor's"
            + " ledger.")
public final class KillRoundsCommand implements Callable<Integer> {

  private static final int MOST_ROUNDS = 10_000;
  private static final int MOST_CUSTOMERS = 1_000;
  private static final int TAPS = 2;
  private static final int THREADS = 256;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration SETTLE_WITHIN = Duration.ofSeconds(60);

  /**
   * Shorter leases than usual, so that a run sees many orphans found, and not only made; and no
   * optimizing compiler, from which a shop that lives for a second has nothing.
   */
  private static final Map<String, String> SHORT_LIVES =
      Map.of(
          "HEXWING_PROCESSOR_TIMEOUT",
          "1s",
          "HEXWING_LEASE",
          "6s",
          "JDK_JAVA_OPTIONS",
          "-XX:TieredStopAtLevel=1");

  @Option(names = "--rounds", defaultValue = "20", description = "Kills (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--customers",
      defaultValue = "12",
      description = "Customers who come in each round (${DEFAULT-VALUE}).")
  private int customers;

  @Option(
      names = "--seed",
      defaultValue = "42",
      description = "Decides all that is left to dice (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--processor-faults",
      defaultValue = "slow=0.5:200ms,notice-twice=0.2,notice-late=0.2:1s",
      description = "What the processor does wrong (${DEFAULT-VALUE}).")
  private String faults = "";

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table or json (${DEFAULT-VALUE}).")
  private String format = "";

  @Option(names = "--keep-data", description = "Empty folder in which all data stays.")
  private @Nullable Path keepData;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, IOException {
    check();
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Stage stage =
        Stage.set(Optional.ofNullable(keepData), Optional.empty(), faults, seed, SHORT_LIVES)) {
      Thread interrupted = Thread.ofPlatform().name("rounds-stop").unstarted(stage::close);
      Runtime.getRuntime().addShutdownHook(interrupted);
      int code = play(stage, out, err);
      Runtime.getRuntime().removeShutdownHook(interrupted);
      return code;
    }
  }

  private void check() {
    require(rounds >= 1 && rounds <= MOST_ROUNDS, "--rounds must be 1 to " + MOST_ROUNDS);
    require(
        customers >= 1 && customers <= MOST_CUSTOMERS,
        "--customers must be 1 to " + MOST_CUSTOMERS);
    require(format.equals("table") || format.equals("json"), "--format must be table or json");
    JourneysCommand.checkFaults(faults);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new StartFailure(message, null);
    }
  }

  private int play(Stage stage, PrintWriter out, PrintWriter err)
      throws InterruptedException, IOException {
    Gatekeeper gatekeeper = new Gatekeeper(customers);
    Killer killer = new Killer(stage, rounds, customers, gatekeeper, seed);
    long begun = System.nanoTime();
    Play play =
        new Play(
            stage.shop(),
            stage.processor(),
            stage.processorKey(),
            (long) rounds * customers,
            TAPS,
            0,
            THREADS,
            seed,
            Optional.empty(),
            PATIENCE,
            SETTLE_WITHIN);
    JourneysReport report =
        new Player(
                play,
                err,
                Boolean.getBoolean("hexwing.terminal"),
                wishes -> {
                  killer.start();
                  return gatekeeper.before(wishes);
                })
            .run();
    killer.join();
    double seconds = Math.round((System.nanoTime() - begun) / 1e8) / 10.0;
    return tell(killer.killed(), seconds, report, out, err);
  }

  private int tell(
      int killed, double seconds, JourneysReport report, PrintWriter out, PrintWriter err) {
    if (format.equals("json")) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("rounds", killed);
      fields.put("seconds", seconds);
      fields.putAll(report.fields());
      out.println(JsonMapper.builder().build().writeValueAsString(fields));
    } else {
      out.println("  kill -9 of the running shop: " + killed + " rounds in " + seconds + " s");
      out.println(report.table());
    }
    out.flush();
    if (report.isSound() && killed == rounds) {
      return 0;
    }
    report.findings().broken().forEach(broken -> err.println("broken: " + broken));
    report.details().forEach(err::println);
    err.flush();
    return 1;
  }
}
