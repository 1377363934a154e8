package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.StartFailure;
import dev.hexwing.examples.droneshop.csv.CatalogueFile;
import dev.hexwing.examples.droneshop.csv.UnusableFile;
import dev.hexwing.examples.sandbox.FaultSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays customers against a shop of its own. */
@Command(
    name = "journeys",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every invariant held", "1:one did not", "2:wrong use"},
    description =
        "Starts a shop and a processor, plays customers who tap Pay again and again over a line"
            + " that loses messages, and then audits the processor's ledger.")
public final class JourneysCommand implements Callable<Integer> {

  private static final int MOST_COUNT = 10_000_000;
  private static final int MOST_THREADS = 512;
  private static final int MOST_TAPS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SETTLE_WITHIN = Duration.ofSeconds(60);

  @Option(names = "--count", defaultValue = "500", description = "Customers (${DEFAULT-VALUE}).")
  private int count;

  @Option(names = "--taps", defaultValue = "3", description = "Taps of each (${DEFAULT-VALUE}).")
  private int taps;

  @Option(
      names = "--drop",
      defaultValue = "0.2",
      description = "Probability that a message is lost, on each hop (${DEFAULT-VALUE}).")
  private double drop;

  @Option(
      names = "--threads",
      defaultValue = "8",
      description = "Customers on their way at once (${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--seed",
      defaultValue = "42",
      description = "Decides all that is left to dice (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--input",
      description = "Orders: order,sku,quantity,latitude,longitude,taps; several rows make one.")
  private @Nullable Path input;

  @Option(names = "--catalogue", description = "Products: sku,name,unitPriceMinor,currency,grams.")
  private @Nullable Path catalogue;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table or json (${DEFAULT-VALUE}).")
  private String format = "";

  @Option(names = "--keep-data", description = "Empty folder in which all data stays.")
  private @Nullable Path keepData;

  @Option(
      names = "--processor-faults",
      description = "What the processor does wrong; half of --drop before and after by default.")
  private @Nullable String faults;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, IOException {
    check();
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<Path> products = Optional.ofNullable(catalogue).map(Path::toAbsolutePath);
    products.ifPresent(file -> tellBad(CatalogueFile.read(file), err));
    try (Stage stage =
        Stage.set(Optional.ofNullable(keepData), products, processorFaults(), seed)) {
      Thread interrupted = Thread.ofPlatform().name("journeys-stop").unstarted(stage::close);
      Runtime.getRuntime().addShutdownHook(interrupted);
      JourneysReport report =
          new Player(play(stage), err, Boolean.getBoolean("hexwing.terminal")).run();
      int code = tell(report, out, err);
      Runtime.getRuntime().removeShutdownHook(interrupted);
      return code;
    }
  }

  private void check() {
    require(count >= 1 && count <= MOST_COUNT, "--count must be 1 to " + MOST_COUNT);
    require(taps >= 1 && taps <= MOST_TAPS, "--taps must be 1 to " + MOST_TAPS);
    require(drop >= 0 && drop <= 0.9, "--drop must be 0 to 0.9");
    require(threads >= 1 && threads <= MOST_THREADS, "--threads must be 1 to " + MOST_THREADS);
    require(format.equals("table") || format.equals("json"), "--format must be table or json");
    checkFaults(processorFaults());
    if (input != null && !input.toFile().isFile()) {
      throw new UnusableFile("--input: there is no file " + input, null);
    }
  }

  static void checkFaults(String faults) {
    FaultSpec.parse(faults)
        .peekLeft(
            wrong -> {
              throw new StartFailure("--processor-faults: " + wrong, null);
            });
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new StartFailure(message, null);
    }
  }

  private String processorFaults() {
    if (faults != null) {
      return faults;
    }
    String half = String.format(Locale.ROOT, "%.6f", drop / 2);
    return drop == 0 ? "none" : "drop-before=" + half + ",drop-after=" + half;
  }

  private static void tellBad(CatalogueFile products, PrintWriter err) {
    products.bad().stream().limit(20).forEach(row -> err.println("catalogue, " + row));
    if (!products.bad().isEmpty()) {
      err.println(products.bad().size() + " bad rows of the catalogue are left out");
    }
    err.flush();
  }

  private Play play(Stage stage) {
    return new Play(
        stage.shop(),
        stage.processor(),
        stage.processorKey(),
        count,
        taps,
        drop,
        threads,
        seed,
        Optional.ofNullable(input),
        PATIENCE,
        SETTLE_WITHIN);
  }

  private int tell(JourneysReport report, PrintWriter out, PrintWriter err) {
    out.println(format.equals("json") ? report.json() : report.table());
    out.flush();
    if (report.isSound()) {
      return 0;
    }
    report.findings().broken().forEach(broken -> err.println("broken: " + broken));
    report.details().forEach(err::println);
    err.flush();
    return 1;
  }
}
