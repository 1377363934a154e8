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

/** Tells an operator which payments are unsettled, and has one looked into. */
@Command(
    name = "attention",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing waits for a person",
      "1:something does, or the shop does not answer",
      "2:wrong use"
    },
    description =
        "Lists charges and refunds whose outcome is not known, with their age, the processor's last"
            + " answer and the next try.")
public final class AttentionCommand implements Callable<Integer> {

  private static final String PATH = "/v1/operations/attention";

  @Mixin private Addresses addresses = new Addresses();

  @Option(names = "--ask-again", description = "A payment to look into now, by its id.")
  private @Nullable String askAgain;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try (OperatorLine shop = OperatorLine.open(addresses, spec, PATH)) {
      shop.order(askAgain, "ask-again", answer -> " is " + answer.text("status"));
      AtomicInteger waiting = new AtomicInteger();
      shop.each(
          item -> {
            shop.print(line(item));
            if (item.path("nextTryInMs").isNull()) {
              waiting.incrementAndGet();
            }
          });
      shop.print(waiting + " wait for a person");
      return waiting.get() == 0 ? 0 : 1;
    }
  }

  private static String line(JsonNode item) {
    String refund = item.path("refundId").asString("");
    String next =
        item.path("nextTryInMs").isNull()
            ? "waits for a person"
            : "next try in " + seconds(item.path("nextTryInMs").asLong());
    return String.format(
        Locale.ROOT,
        "%s %s  %s  %s old, asked %s ago, %d looks, %s; last heard: %s",
        refund.isEmpty() ? "charge" : "refund",
        refund.isEmpty() ? item.path("paymentId").asString() : refund,
        item.path("state").asString(),
        seconds(item.path("ageMs").asLong()),
        seconds(item.path("sinceAskedMs").asLong()),
        item.path("attempts").asInt(),
        next,
        item.path("lastAnswer").asString("nothing"));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
  }
}
