package dev.hexwing.examples.droneshop.journeys;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Tells an operator which messages were not taken, and has one resumed or dismissed. */
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

  @Option(names = "--dismiss", description = "A letter that is no event to throw away, by its id.")
  private @Nullable String dismiss;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try (OperatorLine shop = OperatorLine.open(addresses, spec, PATH)) {
      shop.order(resume, "resume", answer -> ": " + answer.body().path("taken").asInt() + " taken");
      shop.order(dismiss, "dismissal", answer -> " is dismissed");
      AtomicInteger count = new AtomicInteger();
      shop.each(
          item -> {
            shop.print(line(item));
            count.incrementAndGet();
          });
      shop.print(count + " dead letters");
      return count.get() == 0 ? 0 : 1;
    }
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
