package dev.hexwing.examples.droneshop.journeys;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Has a running shop build its journeys anew from history, and shows how far it is. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the rebuilt journeys serve",
      "1:the rebuild was refused or broken off, or the shop does not answer",
      "2:wrong use"
    },
    description =
        "Builds the journeys of a running shop anew from the history of events; what is there"
            + " serves until the new ones are whole.")
public final class RebuildCommand implements Callable<Integer> {

  private static final String PATH = "/v1/operations/rebuilds/journeys";
  private static final String SILENT = "the shop does not answer";
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final int MOST_SILENCES = 20;
  private static final int WIDTH = 40;

  @Mixin private Addresses addresses = new Addresses();

  @Parameters(paramLabel = "WHAT", description = "What to rebuild: journeys.")
  private String what = "";

  @Option(
      names = "--from-what-is-left",
      description = "Go on though the beginning of the history is gone; what it told of is lost.")
  private boolean fromWhatIsLeft;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    if (!what.equals("journeys")) {
      throw new ParameterException(
          spec.commandLine(), "there is no " + what + " to rebuild; there are: journeys");
    }
    try (Line shop = addresses.shop()) {
      shop.requireAnswer("/health/live", SILENT);
      String path = fromWhatIsLeft ? PATH + "/from-what-is-left" : PATH;
      Answer begun = shop.post(path, Map.of(), Map.of()).orElseThrow(() -> new PlayFailed(SILENT));
      if (!begun.isSuccess()) {
        throw new PlayFailed(begun.code() + ": " + begun.text("detail"));
      }
      JsonNode ended = watch(shop, begun.body());
      print(outcome(ended));
      return isServing(ended) ? 0 : 1;
    }
  }

  /** Looks until the rebuild has ended, whether well or not. */
  private JsonNode watch(Line shop, JsonNode begun) throws InterruptedException {
    Progress progress = new Progress(err(), Boolean.getBoolean("hexwing.terminal"), Long.MAX_VALUE);
    JsonNode now = begun;
    int silences = 0;
    while (now.path("underWay").asBoolean()) {
      progress.say(bar(now));
      Pause.of(BETWEEN_LOOKS);
      Optional<Answer> heard = shop.get(PATH).filter(Answer::isSuccess);
      silences = heard.isPresent() ? 0 : silences + 1;
      if (silences > MOST_SILENCES) {
        throw new PlayFailed(SILENT);
      }
      now = heard.map(Answer::body).orElse(now);
    }
    progress.end();
    return now;
  }

  private static boolean isServing(JsonNode rebuild) {
    return rebuild.path("state").asString().equals("serving");
  }

  static String bar(JsonNode rebuild) {
    long done = rebuild.path("done").asLong();
    long total = Math.max(done, rebuild.path("total").asLong());
    double seconds = Math.max(1, rebuild.path("ageMs").asLong()) / 1e3;
    double rate = done / seconds;
    int filled = total == 0 ? 0 : (int) (done * WIDTH / total);
    String left =
        rate == 0 ? "" : String.format(Locale.ROOT, "  %.0f s left", (total - done) / rate);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3d %%  %,d/%,d events  %,.0f/s%s",
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        total == 0 ? 0 : done * 100 / total,
        done,
        total,
        rate,
        left);
  }

  private static String outcome(JsonNode rebuild) {
    long done = rebuild.path("done").asLong();
    if (isServing(rebuild)) {
      return String.format(
          Locale.ROOT,
          "the rebuilt journeys serve: %,d events in %.1f s",
          done,
          rebuild.path("ageMs").asLong() / 1e3);
    }
    return String.format(
        Locale.ROOT,
        "the rebuild was broken off after %,d events and the former journeys serve: %s",
        done,
        rebuild.path("reason").asString("its node is gone; it can be begun again"));
  }

  private PrintWriter err() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    return spec.commandLine().getErr();
  }

  private void print(String line) {
    if (spec != null) {
      spec.commandLine().getOut().println(line);
      spec.commandLine().getOut().flush();
    }
  }
}
