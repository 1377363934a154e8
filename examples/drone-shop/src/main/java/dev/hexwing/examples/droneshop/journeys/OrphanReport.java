package dev.hexwing.examples.droneshop.journeys;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Holds the processor's charges and refunds against the shop's payments, page by page. Payments go
 * on meanwhile, so whatever looks different is looked at once more by itself before it is told.
 */
final class OrphanReport {

  /** A payment of ours: what was charged and given back, and whether that is final. */
  private record Ours(long amount, String currency, long refunded, boolean charged, boolean open) {

    static Ours of(JsonNode payment) {
      String currency = payment.path("currency").asString();
      String status = payment.path("status").asString();
      boolean refundOpen =
          payment
              .path("refunds")
              .valueStream()
              .map(refund -> refund.path("status").asString())
              .anyMatch(state -> state.equals("REQUESTED") || state.equals("OUTCOME_UNKNOWN"));
      return new Ours(
          ProcessorAmount.of(payment.path("amount").asLong(), currency),
          currency,
          ProcessorAmount.of(payment.path("refunded").asLong(), currency),
          Set.of("CONFIRMED", "PARTLY_REFUNDED", "REFUNDED").contains(status),
          refundOpen || status.equals("REQUESTED") || status.equals("OUTCOME_UNKNOWN"));
    }
  }

  /** A charge in the processor's books. */
  private static final class Theirs {
    private final String paymentId;
    private final long amount;
    private final String currency;
    private long refunded;

    Theirs(String paymentId, long amount, String currency) {
      this.paymentId = paymentId;
      this.amount = amount;
      this.currency = currency;
    }
  }

  private final Line shop;
  private final Line processor;
  private final Consumer<String> out;
  private final Map<String, Ours> ours = new HashMap<>();
  private final Map<String, Theirs> charges = new HashMap<>();
  private final Map<String, String> strays = new HashMap<>();
  private long refunds;
  private long open;
  private long differences;

  OrphanReport(Line shop, Line processor, Consumer<String> out) {
    this.shop = shop;
    this.processor = processor;
    this.out = out;
  }

  /**
   * Compares.
   *
   * @throws PlayFailed if one of the two does not hand out its list
   */
  void compare() throws InterruptedException {
    shop.requireAnswer("/health/live", "the shop does not answer");
    processor.requireAnswer("/v1/refunds?limit=1", "the processor does not answer");
    readOurs();
    readTheirs();
    for (Map.Entry<String, String> stray : strays.entrySet()) {
      // Its charge may be younger than the list of charges that was read.
      if (!isCharge(stray.getValue())) {
        differs("refund " + stray.getKey() + " is of no charge: " + stray.getValue());
      }
    }
    Set<String> charged = new HashSet<>();
    for (Map.Entry<String, Theirs> charge : charges.entrySet()) {
      compare(charge.getKey(), charge.getValue(), charged);
    }
    for (Map.Entry<String, Ours> payment : ours.entrySet()) {
      if (payment.getValue().charged && !charged.contains(payment.getKey())) {
        differs("payment " + payment.getKey() + " is confirmed, and the processor has no charge");
      }
    }
  }

  private void readOurs() throws InterruptedException {
    require(
        new Pages(shop)
            .eachOfShop(
                "/v1/operations/payments",
                payment -> ours.put(payment.path("paymentId").asString(), Ours.of(payment))),
        "the shop does not hand out its payments");
  }

  /** The newest come first, so a charge that is made meanwhile is not seen, and not missed. */
  private void readTheirs() throws InterruptedException {
    Pages pages = new Pages(processor);
    require(
        pages.eachOfProcessor("/v1/payment_intents", this::addCharge)
            && pages.eachOfProcessor("/v1/refunds", this::addRefund),
        "the processor does not hand out its lists");
  }

  private static void require(boolean complete, String otherwise) {
    if (!complete) {
      throw new PlayFailed(otherwise);
    }
  }

  private void addCharge(JsonNode intent) {
    if (intent.path("status").asString().equals("succeeded")) {
      charges.put(
          intent.path("id").asString(),
          new Theirs(
              intent.path("metadata").path("payment_id").asString(""),
              intent.path("amount_received").asLong(),
              intent.path("currency").asString().toUpperCase(Locale.ROOT)));
    }
  }

  private void addRefund(JsonNode refund) {
    if (!refund.path("status").asString().equals("succeeded")) {
      return;
    }
    refunds++;
    String intent = refund.path("payment_intent").asString();
    Theirs charge = charges.get(intent);
    if (charge == null) {
      strays.put(refund.path("id").asString(), intent);
    } else {
      charge.refunded += refund.path("amount").asLong();
    }
  }

  private boolean isCharge(String intent) throws InterruptedException {
    return processor.get("/v1/payment_intents/" + intent).filter(Answer::isSuccess).isPresent();
  }

  private void compare(String intent, Theirs theirs, Set<String> charged)
      throws InterruptedException {
    if (!charged.add(theirs.paymentId)) {
      differs("payment " + theirs.paymentId + " is charged twice, the second time as " + intent);
      return;
    }
    Ours known = ours.get(theirs.paymentId);
    if (known != null && agrees(known, theirs)) {
      return;
    }
    Optional<Ours> now = lookAgain(theirs.paymentId);
    if (now.isEmpty()) {
      differs("charge " + intent + " is of no payment of ours: '" + theirs.paymentId + "'");
    } else if (now.get().open) {
      open++;
    } else if (!agrees(now.get(), theirs)) {
      differs(
          "charge " + intent + " and payment " + theirs.paymentId + ": " + how(now.get(), theirs));
    }
  }

  /** A payment that we hold for declined agrees with a charge that went back whole. */
  private static boolean agrees(Ours ours, Theirs theirs) {
    if (!ours.charged) {
      return !ours.open && theirs.amount == theirs.refunded;
    }
    return ours.amount == theirs.amount
        && ours.currency.equals(theirs.currency)
        && ours.refunded == theirs.refunded;
  }

  private static String how(Ours ours, Theirs theirs) {
    String theirWord = theirs.amount + " charged, " + theirs.refunded + " given back";
    return ours.charged
        ? "we have %d %s and %d given back, they have %s"
            .formatted(ours.amount, ours.currency, ours.refunded, theirWord)
        : "we hold it for not charged, they have " + theirWord;
  }

  private Optional<Ours> lookAgain(String paymentId) throws InterruptedException {
    if (!paymentId.matches("[0-9a-fA-F-]{36}")) {
      return Optional.empty();
    }
    Optional<Answer> heard = shop.get("/v1/payments/" + paymentId);
    if (heard.isEmpty() || (!heard.get().isSuccess() && heard.get().status() != 404)) {
      throw new PlayFailed("the shop does not answer");
    }
    return heard.filter(Answer::isSuccess).map(answer -> Ours.of(answer.body()));
  }

  private void differs(String what) {
    differences++;
    out.accept("differs: " + what);
  }

  /** How many differences were told. */
  long differences() {
    return differences;
  }

  /** The end of the report, in a line. */
  String summary() {
    return "%d payments, %d charges, %d refunds; %d still being settled; %d differences"
        .formatted(ours.size(), charges.size(), refunds, open, differences);
  }
}
