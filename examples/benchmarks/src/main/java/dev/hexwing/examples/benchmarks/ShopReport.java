package dev.hexwing.examples.benchmarks;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How soon the drone shop answers, and what memory it holds before and after it has worked. */
final class ShopReport {

  private static final Pattern ORDER_ID = Pattern.compile("\"orderId\":\"([^\"]+)\"");
  private static final Pattern AMOUNT =
      Pattern.compile("\"total\":\\{\"amount\":(\\d+),\"currency\":\"([A-Z]{3})\"");

  private ShopReport() {}

  static void run(boolean quick, Report report) throws Exception {
    Path script = Path.of(System.getenv("HEXWING_BENCHMARK_SHOP"));
    int starts = quick ? 1 : 7;
    int journeys = quick ? 50 : 4_000;
    List<Double> seconds = new ArrayList<>();
    List<Double> idle = new ArrayList<>();
    List<Double> busy = new ArrayList<>();
    // The first start builds what is missing and keeps the classes' archive for the next.
    start(script, 0);
    for (int i = 0; i < starts; i++) {
      double[] figures = start(script, i == 0 ? journeys : 0);
      seconds.add(figures[0]);
      idle.add(figures[1]);
      if (i == 0) {
        busy.add(figures[2]);
      }
    }
    report.title("The running shop, embedded database");
    report.row("", "median (least–most)");
    report.row("start to first answer, s", Spread.of(seconds, figure -> figure).toString());
    report.row("resident at first answer, MB", "%.0f".formatted(median(idle)));
    report.row(
        "resident after %d orders placed and paid, MB".formatted(journeys),
        "%.0f".formatted(median(busy)));
  }

  private static double median(List<Double> figures) {
    return Spread.of(figures, figure -> figure).median();
  }

  private static double[] start(Path script, int journeys) throws Exception {
    Path data = Files.createTempDirectory("hexwing-shop");
    try (ShopProcess shop = new ShopProcess(script, data)) {
      double idle = shop.residentMegabytes();
      List<Side.Worker> workers = new ArrayList<>();
      for (int i = 0; i < Duel.THREADS; i++) {
        workers.add(item -> buy(shop, item));
      }
      Round.run(workers, 0, journeys);
      return new double[] {shop.firstAnswerSeconds(), idle, shop.residentMegabytes()};
    } finally {
      forget(data);
    }
  }

  private static void buy(ShopProcess shop, int item) throws IOException, InterruptedException {
    String order =
        require(
            201,
            shop.send(
                "POST",
                "/v1/orders",
                "",
                "{\"lines\":[{\"sku\":\"COFFEE-250\",\"quantity\":2}],"
                    + "\"dropOff\":{\"latitude\":52.52,\"longitude\":13.405}}"));
    Matcher total = AMOUNT.matcher(order);
    Matcher orderId = ORDER_ID.matcher(order);
    if (!total.find() || !orderId.find()) {
      throw new IllegalStateException("not an order: " + order);
    }
    require(
        201,
        shop.send(
            "POST",
            "/v1/payments",
            "\"benchmark-" + item + "\"",
            "{\"orderId\":\"%s\",\"amount\":%s,\"currency\":\"%s\",\"paymentMethod\":\"%s\"}"
                .formatted(orderId.group(1), total.group(1), total.group(2), Shop.METHOD.value())));
  }

  private static String require(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static void forget(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
