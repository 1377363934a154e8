package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.journeys.KeyedPayment.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** One customer from the order to the confirmation; lives on one thread. */
final class Customer {

  private static final int SEEN_TRIES = 5;
  private static final long FIRST_LOOK_MILLIS = 100;
  private static final int MOST_DOUBLINGS = 3;

  private final Line line;
  private final Range range;
  private final Wish wish;
  private final Duration patience;
  private final String name;
  private final List<KeyedPayment> payments = new ArrayList<>();

  /** A customer of a run; the run's name keeps keys of different runs apart. */
  Customer(Line line, Range range, Wish wish, String run, Duration patience) {
    this.line = line;
    this.range = range;
    this.wish = wish;
    this.patience = patience;
    this.name = run + "-" + wish.number();
  }

  /** Goes through the whole journey. */
  Journey travel() throws InterruptedException {
    Journey journey = new Journey(wish.origin(), name, payments);
    Optional<Answer> placed = order();
    if (placed.isEmpty() || !placed.get().isSuccess()) {
      journey.notPlaced(placed.map(Answer::toString).orElse("no answer"));
      return journey;
    }
    Answer order = placed.get();
    JsonNode total = order.body().path("total");
    journey.placed(
        order.text("orderId"),
        total.path("amount").asLong(),
        total.path("currency").asString(),
        range.gramsOf(order.body().path("lines")));
    Instant tappedAt = Instant.now();
    long tapped = System.nanoTime();
    tap(journey);
    insist(journey);
    if (!journey.isToldPaid() && isDeclined()) {
      payments.add(new KeyedPayment(name + "-good", Wish.GOOD_METHOD));
      insist(journey);
    }
    if (journey.isToldPaid()) {
      journey.confirmed(tapped);
      tellSeen(tappedAt);
      waitUntilPaid(journey);
    }
    return journey;
  }

  private Optional<Answer> order() throws InterruptedException {
    Map<String, Object> body =
        Map.of(
            "lines",
            wish.lines(),
            "dropOff",
            Map.of("latitude", wish.latitude(), "longitude", wish.longitude()));
    Map<String, String> headers =
        Map.of("Idempotency-Key", '"' + name + "-order\"", "X-Correlation-Id", name);
    Optional<Answer> heard = Optional.empty();
    long end = end();
    for (int attempt = 0; System.nanoTime() < end; attempt++) {
      heard = line.post("/v1/orders", body, headers);
      boolean again = heard.isEmpty() || heard.get().isTrouble() || isInProgress(heard.get());
      if (!again) {
        return heard;
      }
      Pause.of(Pause.beforeTry(attempt));
    }
    return heard;
  }

  private static boolean isInProgress(Answer answer) {
    return answer.code().equals("idempotency.in-progress");
  }

  /** Taps Pay in quick succession without waiting for answers. */
  private void tap(Journey journey) throws InterruptedException {
    KeyedPayment first = new KeyedPayment(name + "-pay", wish.method());
    payments.add(first);
    List<KeyedPayment> taps = new ArrayList<>();
    for (int i = 0; i < wish.taps(); i++) {
      taps.add(first);
    }
    if (wish.tapsAnew()) {
      KeyedPayment anew = new KeyedPayment(name + "-anew", wish.method());
      payments.add(anew);
      taps.add((int) (wish.number() % (taps.size() + 1)), anew);
    }
    try (ExecutorService fingers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> tapped = new ArrayList<>();
      for (KeyedPayment payment : taps) {
        tapped.add(fingers.submit(() -> pay(line, journey, payment)));
        Pause.of(Duration.ofMillis(wish.haste()));
      }
      Tasks.join(tapped);
    }
  }

  /** Asks again with each key that has no final answer. */
  private void insist(Journey journey) throws InterruptedException {
    for (KeyedPayment payment : payments) {
      long end = end();
      for (int attempt = 0; payment.isOpen() && System.nanoTime() < end; attempt++) {
        Duration asked = payment.waitAsked();
        Duration own = Pause.beforeTry(attempt);
        Pause.of(asked.compareTo(own) > 0 ? asked : own);
        pay(line, journey, payment);
      }
      look(payment);
    }
  }

  /** One request to pay. */
  static boolean pay(Line line, Journey journey, KeyedPayment payment) throws InterruptedException {
    payment.hear(
        line.post(
            "/v1/payments",
            payment.body(journey.orderId(), journey.amount(), journey.currency()),
            payment.headers(journey.name())));
    return !payment.isOpen();
  }

  /** A customer who was only ever told to wait looks at the payment itself. */
  private void look(KeyedPayment payment) throws InterruptedException {
    if (payment.isOpen() && !payment.paymentId().isEmpty()) {
      line.get("/v1/payments/" + payment.paymentId()).ifPresent(payment::hearOfPayment);
    }
  }

  private long end() {
    return System.nanoTime() + patience.toNanos();
  }

  private boolean isDeclined() {
    return payments.stream().allMatch(payment -> payment.told() == Told.DECLINED);
  }

  private void tellSeen(Instant tappedAt) throws InterruptedException {
    Map<String, Object> body =
        Map.of("tappedAt", tappedAt.toString(), "seenAt", Instant.now().toString());
    for (int attempt = 0; attempt < SEEN_TRIES; attempt++) {
      Optional<Answer> heard = line.post("/v1/journeys/" + name + "/seen", body, Map.of());
      if (heard.isPresent() && heard.get().isSuccess()) {
        return;
      }
      Pause.of(Pause.beforeTry(attempt));
    }
  }

  private void waitUntilPaid(Journey journey) throws InterruptedException {
    long end = end();
    for (int attempt = 0; System.nanoTime() < end; attempt++) {
      Optional<Answer> order = line.get("/v1/orders/" + journey.orderId());
      if (order.isPresent()
          && order.get().isSuccess()
          && !order.get().text("status").equals("PLACED")) {
        return;
      }
      Pause.of(Duration.ofMillis(FIRST_LOOK_MILLIS << Math.min(attempt, MOST_DOUBLINGS)));
    }
  }
}
