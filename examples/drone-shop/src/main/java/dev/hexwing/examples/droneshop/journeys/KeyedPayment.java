package dev.hexwing.examples.droneshop.journeys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A customer's wish to pay under one idempotency key, and what the customer has been told of it.
 *
 * <p>The answers of several taps may come in from several threads.
 */
final class KeyedPayment {

  private final String key;
  private final String method;
  private final List<String> contradictions = new ArrayList<>();
  private Told told = Told.NOTHING_FINAL;
  private String paymentId = "";
  private Duration wait = Duration.ZERO;
  private String last = "no answer";
  private long settledAtNanos;

  /** What the customer knows. */
  enum Told {
    /** Nothing yet, or that the outcome is not known. */
    NOTHING_FINAL,
    /** The order is paid, by this payment or another. */
    PAID,
    /** This payment was declined: no money moved. */
    DECLINED,
    /** The shop will not take this request, ever. */
    REFUSED
  }

  KeyedPayment(String key, String method) {
    this.key = key;
    this.method = method;
  }

  Map<String, String> headers(String correlationId) {
    return Map.of("Idempotency-Key", '"' + key + '"', "X-Correlation-Id", correlationId);
  }

  Map<String, Object> body(String orderId, long amount, String currency) {
    return Map.of(
        "orderId", orderId, "amount", amount, "currency", currency, "paymentMethod", method);
  }

  /** Takes in the answer to a request to pay. */
  synchronized void hear(Optional<Answer> heard) {
    wait = heard.map(Answer::retryAfter).orElse(Duration.ZERO);
    heard.ifPresent(this::hear);
  }

  private void hear(Answer answer) {
    last = answer.toString();
    switch (answer.status()) {
      case 201 -> settle(Told.PAID, answer.text("paymentId"));
      case 202 -> paymentId = answer.text("paymentId");
      case 402 -> settle(Told.DECLINED, answer.text("paymentId"));
      case 409 -> hearConflict(answer);
      default -> {
        if (!answer.isTrouble()) {
          settle(Told.REFUSED, "");
        }
      }
    }
  }

  private void hearConflict(Answer answer) {
    switch (answer.code()) {
      case "order.already-paid" -> settle(Told.PAID, "");
      case "payment.already-open", "idempotency.in-progress" -> {}
      default -> settle(Told.REFUSED, "");
    }
  }

  /** Takes in the answer to a look at the payment itself. */
  synchronized void hearOfPayment(Answer answer) {
    switch (answer.text("status")) {
      case "CONFIRMED" -> settle(Told.PAID, paymentId);
      case "DECLINED" -> settle(Told.DECLINED, paymentId);
      default -> {}
    }
  }

  private void settle(Told now, String payment) {
    boolean wasDeclined = told == Told.DECLINED && now == Told.PAID && !payment.isEmpty();
    if (wasDeclined || (told == Told.PAID && now == Told.DECLINED && !paymentId.isEmpty())) {
      contradictions.add("key " + key + " was told " + told + ", then " + now);
    }
    if (told == Told.NOTHING_FINAL || wasDeclined) {
      told = now;
      settledAtNanos = System.nanoTime();
    }
    if (!payment.isEmpty()) {
      paymentId = payment;
    }
  }

  synchronized Told told() {
    return told;
  }

  /** When the last word was heard, by {@link System#nanoTime}. */
  synchronized long settledAtNanos() {
    return settledAtNanos;
  }

  synchronized boolean isOpen() {
    return told == Told.NOTHING_FINAL;
  }

  /** The payment that it became; empty if the customer never heard of one. */
  synchronized String paymentId() {
    return paymentId;
  }

  /** How long the shop asked to wait. */
  synchronized Duration waitAsked() {
    return wait;
  }

  /** The last answer, for a report. */
  synchronized String last() {
    return last;
  }

  synchronized List<String> contradictions() {
    return List.copyOf(contradictions);
  }
}
