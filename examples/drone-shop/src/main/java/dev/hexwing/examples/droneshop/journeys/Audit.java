package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.journeys.KeyedPayment.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what customers were told against what the processor charged and the shop shows. */
final class Audit {

  /** The heaviest parcel that any drone of this run can carry, in grams. */
  static final int HEAVIEST = 1_000_000;

  private final Map<String, Journey> journeys;
  private final ProcessorLedger ledger;
  private final ShopOrders orders;
  private final Operator operator;
  private final List<String> details = new ArrayList<>();
  private long paid;
  private long duplicates;
  private long lost;
  private long unknown;
  private long dispatched;
  private long doubleBooked;
  private long toldFailed;
  private long wrongAmounts;
  private long notDispatched;
  private long notShown;
  private long contradictions;
  private long unexpected;

  Audit(
      Map<String, Journey> journeys, ProcessorLedger ledger, ShopOrders orders, Operator operator) {
    this.journeys = journeys;
    this.ledger = ledger;
    this.orders = orders;
    this.operator = operator;
  }

  /** Looks at every order. */
  Findings findings(Line shop) throws InterruptedException {
    lost = ledger.keptOutside(journeys);
    doubleBooked = operator.doubleBooked();
    Set<String> deliveries = new HashSet<>();
    for (Journey journey : journeys.values()) {
      money(journey);
      words(journey);
      flight(journey, shop, deliveries);
    }
    return new Findings(
        journeys.size(),
        paid,
        ledger.charges(),
        duplicates,
        lost,
        unknown,
        dispatched,
        doubleBooked,
        toldFailed,
        wrongAmounts,
        notDispatched,
        notShown,
        contradictions,
        unexpected);
  }

  /** What was found, order by order: the first few. */
  List<String> details() {
    return List.copyOf(details);
  }

  private void money(Journey journey) {
    List<ProcessorLedger.Charge> kept = ledger.keptOf(journey.orderId());
    boolean isPaid = orders.isPaid(journey.orderId());
    paid += isPaid ? 1 : 0;
    if (kept.size() > 1) {
      duplicates += kept.size() - 1;
      detail(journey, "was charged " + kept.size() + " times");
    }
    if (kept.isEmpty() && (isPaid || journey.isToldPaid())) {
      lost++;
      detail(journey, "is paid, and was not charged");
    }
    if (!kept.isEmpty() && !isPaid) {
      lost++;
      detail(journey, "was charged, and is not paid");
    }
    long net = kept.stream().mapToLong(ProcessorLedger.Charge::net).sum();
    if (!kept.isEmpty()
        && kept.size() == 1
        && net != ProcessorAmount.of(journey.amount(), journey.currency())) {
      wrongAmounts++;
      detail(journey, "was charged " + net + " instead of " + journey.amount());
    }
  }

  private void words(Journey journey) {
    List<ProcessorLedger.Charge> kept = ledger.keptOf(journey.orderId());
    for (KeyedPayment payment : journey.payments()) {
      boolean isCharged =
          kept.stream().anyMatch(charge -> charge.paymentId().equals(payment.paymentId()));
      if (payment.told() == Told.DECLINED && isCharged) {
        toldFailed++;
        detail(journey, "was told that a payment failed, which was charged");
      }
      if (payment.told() == Told.REFUSED) {
        unexpected++;
        detail(journey, "was answered " + payment.last());
      }
      if (payment.isOpen()) {
        unknown++;
        detail(journey, "was never told an outcome; last heard: " + payment.last());
      }
      contradictions += payment.contradictions().size();
      payment.contradictions().forEach(what -> detail(journey, what));
    }
    if (journey.isToldFailed() && !kept.isEmpty()) {
      toldFailed++;
      detail(journey, "was told that every payment failed, and was charged");
    }
    if (journey.isToldPaid() && !orders.isPaid(journey.orderId())) {
      notShown++;
      detail(journey, "was told paid, and the shop shows something else");
    }
  }

  private void flight(Journey journey, Line shop, Set<String> deliveries)
      throws InterruptedException {
    if (!orders.isPaid(journey.orderId())) {
      return;
    }
    if (orders.isDispatched(journey.orderId())) {
      dispatched++;
    } else if (journey.grams() <= HEAVIEST) {
      notDispatched++;
      detail(journey, "is paid, and no drone was sent");
    }
    Optional<Answer> delivery = shop.get("/v1/orders/" + journey.orderId() + "/delivery");
    String droneId = delivery.map(answer -> answer.text("droneId")).orElse("");
    if (!droneId.isEmpty()) {
      String deliveryId = delivery.map(answer -> answer.text("deliveryId")).orElse("");
      if (!deliveries.add(deliveryId) || !operator.carrierOf(deliveryId).equals(droneId)) {
        doubleBooked++;
        detail(journey, "is to be flown by " + droneId + ", which never carried it");
      }
    }
  }

  private void detail(Journey journey, String what) {
    if (details.size() < 20) {
      details.add("order " + journey.orderId() + " (" + journey.origin() + ") " + what);
    }
  }
}
