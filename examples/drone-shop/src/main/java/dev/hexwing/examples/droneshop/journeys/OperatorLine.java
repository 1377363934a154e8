package dev.hexwing.examples.droneshop.journeys;

import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** An operator's line to a running shop: reads a list, and has one thing on it seen to. */
final class OperatorLine implements AutoCloseable {

  private static final String SILENT = "the shop does not answer";

  private final Line shop;
  private final PrintWriter out;
  private final String list;

  private OperatorLine(Line shop, PrintWriter out, String list) {
    this.shop = shop;
    this.out = out;
    this.list = list;
  }

  /**
   * Opens a line for a command.
   *
   * @param list the path of the list
   * @throws PlayFailed if the shop does not answer
   */
  static OperatorLine open(Addresses addresses, @Nullable CommandSpec command, String list)
      throws InterruptedException {
    if (command == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    Line shop = addresses.shop();
    boolean answers = false;
    try {
      shop.requireAnswer("/health/live", SILENT);
      answers = true;
    } finally {
      if (!answers) {
        shop.close();
      }
    }
    return new OperatorLine(shop, command.commandLine().getOut(), list);
  }

  /** Has something done about what is named, if anything is, and prints what came of it. */
  void order(@Nullable String name, String what, Function<Answer, String> outcome)
      throws InterruptedException {
    if (name == null) {
      return;
    }
    String path = list + "/" + name.replaceAll("[^0-9a-fA-F-]", "") + "/" + what;
    Answer answer = shop.post(path, Map.of(), Map.of()).orElseThrow(() -> new PlayFailed(SILENT));
    print(name + (answer.isSuccess() ? outcome.apply(answer) : ": " + answer.code()));
  }

  /** Hands out the list to its end. */
  void each(Pages.Each each) throws InterruptedException {
    if (!new Pages(shop).eachOfShop(list, each)) {
      throw new PlayFailed(SILENT);
    }
  }

  void print(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void close() {
    shop.close();
  }
}
