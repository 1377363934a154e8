package dev.hexwing.examples.droneshop.journeys;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Tells an operator which messages were not taken, and has one resumed. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every message was taken",
      "1:one was not, or the shop does not answer",
      "2:wrong use"
    },
    description =
        "Lists messages that consumers did not take, with the reason, the customer intent and what"
            + " they hold.")
public final class DeadLettersCommand implements Callable<Integer> {

  private static final String PATH = "/v1/operations/dead-letters";

  @Mixin private Addresses addresses = new Addresses();

  @Option(names = "--resume", description = "A letter to have taken after all, by its id.")
  private @Nullable String resume;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Line shop = addresses.shop()) {
      shop.requireAnswer("/health/live", "the shop does not answer");
      if (resume != null) {
        out.println(resumed(shop, resume));
      }
      AtomicInteger count = new AtomicInteger();
      boolean complete =
          new Pages(shop)
              .eachOfShop(
                  PATH,
                  item -> {
                    out.println(line(item));
                    count.incrementAndGet();
                  });
      if (!complete) {
        throw new PlayFailed("the shop does not answer");
      }
      out.println(count + " dead letters");
      out.flush();
      return count.get() == 0 ? 0 : 1;
    }
  }

  private static String resumed(Line shop, String letterId) throws InterruptedException {
    Optional<Answer> heard =
        shop.post(
            PATH + "/" + letterId.replaceAll("[^0-9a-fA-F-]", "") + "/resume", Map.of(), Map.of());
    return heard
        .map(
            answer ->
                answer.isSuccess()
                    ? letterId + ": " + answer.body().path("taken").asInt() + " taken"
                    : letterId + ": " + answer.code())
        .orElseThrow(() -> new PlayFailed("the shop does not answer"));
  }

  private static String line(JsonNode item) {
    boolean isEvent = item.path("payload").isNull();
    return String.format(
        Locale.ROOT,
        "%s %s  %s for %s  %.1f s old, %d tries, intent %s: %s%n  %s",
        item.path("letterId").asString(),
        item.path("state").asString(),
        item.path("name").asString(),
        item.path("consumer").asString(),
        item.path("ageMs").asLong() / 1e3,
        item.path("attempts").asInt(),
        item.path("correlationId").asString("unknown"),
        item.path("reason").asString(),
        isEvent
            ? item.path("type").asString() + " " + item.path("data")
            : item.path("payload").asString());
  }
}
