package dev.hexwing.examples.droneshop.journeys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the processor says it has charged and given back; nothing here comes from the shop. */
final class ProcessorLedger {

  private final Map<String, Charge> byIntent = new HashMap<>();
  private final Map<String, List<Charge>> byOrder = new HashMap<>();

  /** Money taken by one payment intent, and how much of it went back. */
  static final class Charge {
    private final String orderId;
    private final String paymentId;
    private final long amount;
    private final String currency;
    private long refunded;

    private Charge(String orderId, String paymentId, long amount, String currency) {
      this.orderId = orderId;
      this.paymentId = paymentId;
      this.amount = amount;
      this.currency = currency;
    }

    String orderId() {
      return orderId;
    }

    String paymentId() {
      return paymentId;
    }

    String currency() {
      return currency;
    }

    long net() {
      return amount - refunded;
    }
  }

  private ProcessorLedger() {}

  /**
   * Reads the processor's lists.
   *
   * @throws IllegalStateException if it does not hand them out
   */
  static ProcessorLedger read(Line processor) throws InterruptedException {
    ProcessorLedger ledger = new ProcessorLedger();
    Pages pages = new Pages(processor);
    boolean complete =
        pages.eachOfProcessor("/v1/payment_intents", ledger::addIntent)
            && pages.eachOfProcessor("/v1/refunds", ledger::addRefund);
    if (!complete) {
      throw new IllegalStateException("the processor does not hand out its ledger");
    }
    return ledger;
  }

  private void addIntent(JsonNode intent) {
    if (!intent.path("status").asString().equals("succeeded")) {
      return;
    }
    JsonNode metadata = intent.path("metadata");
    Charge charge =
        new Charge(
            metadata.path("order_id").asString(""),
            metadata.path("payment_id").asString(""),
            intent.path("amount_received").asLong(),
            intent.path("currency").asString());
    byIntent.put(intent.path("id").asString(), charge);
    byOrder.computeIfAbsent(charge.orderId(), order -> new ArrayList<>(1)).add(charge);
  }

  private void addRefund(JsonNode refund) {
    Charge charge = byIntent.get(refund.path("payment_intent").asString());
    if (charge != null && refund.path("status").asString().equals("succeeded")) {
      charge.refunded += refund.path("amount").asLong();
    }
  }

  /** How many charges were made. */
  long charges() {
    return byIntent.size();
  }

  /** The charges of an order that were not given back whole. */
  List<Charge> keptOf(String orderId) {
    return byOrder.getOrDefault(orderId, List.of()).stream()
        .filter(charge -> charge.net() != 0)
        .toList();
  }

  /** How many charges were kept of orders that nobody here has placed. */
  long keptOutside(Map<String, ?> orders) {
    return byIntent.values().stream()
        .filter(charge -> !orders.containsKey(charge.orderId()) && charge.net() != 0)
        .count();
  }
}
