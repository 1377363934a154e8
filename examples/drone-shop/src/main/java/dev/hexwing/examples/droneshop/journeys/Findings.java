package dev.hexwing.examples.droneshop.journeys;

import java.util.ArrayList;
import java.util.List;

/**
 * What an audit found.
 *
 * @param orders orders placed
 * @param paid orders that the shop calls paid, or further
 * @param charges charges in the processor's ledger
 * @param duplicateCharges charges of an order beyond its first that were not given back
 * @param lostCharges orders that are, or were told to be, paid and are not charged, and charges
 *     that no paid order stands for
 * @param unknownAtEnd payments whose outcome nobody could tell in the end
 * @param dispatched orders with a drone on the way, or already delivered
 * @param dronesDoubleBooked deliveries given to a drone that was busy
 * @param toldFailedButCharged payments that the customer was told had failed, and that were charged
 * @param wrongAmounts orders of which neither nothing nor exactly the total was charged
 * @param notDispatched orders paid that never got a drone, though one could carry them
 * @param notShown orders that the customer was told are paid and the shop does not call so
 * @param contradictions answers that took an earlier final answer back
 * @param unexpected answers that no honest customer should get
 */
record Findings(
    long orders,
    long paid,
    long charges,
    long duplicateCharges,
    long lostCharges,
    long unknownAtEnd,
    long dispatched,
    long dronesDoubleBooked,
    long toldFailedButCharged,
    long wrongAmounts,
    long notDispatched,
    long notShown,
    long contradictions,
    long unexpected) {

  /** The invariants that did not hold, in words; empty if all did. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    add(broken, duplicateCharges, "duplicateCharges: charges of an order beyond its first");
    add(broken, lostCharges, "lostCharges: paid without a charge, or charged without being paid");
    add(broken, unknownAtEnd, "unknownAtEnd: outcomes that nobody could tell in the end");
    add(broken, dronesDoubleBooked, "dronesDoubleBooked: deliveries given to a busy drone");
    add(broken, toldFailedButCharged, "toldFailedButCharged: told failed, and charged");
    add(broken, wrongAmounts, "wrongAmounts: charged neither nothing nor exactly the total");
    add(broken, notDispatched, "notDispatched: paid, and never given a drone");
    add(broken, notShown, "notShown: told paid, and the order does not say so");
    add(broken, contradictions, "contradictions: a final answer was taken back");
    add(broken, unexpected, "unexpected: answers that no honest customer should get");
    if (orders == 0) {
      broken.add("orders: none was placed");
    }
    return broken;
  }

  private static void add(List<String> broken, long count, String what) {
    if (count > 0) {
      broken.add(what + " (" + count + ")");
    }
  }
}
