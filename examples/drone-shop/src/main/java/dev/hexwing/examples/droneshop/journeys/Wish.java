package dev.hexwing.examples.droneshop.journeys;

import java.util.List;
import java.util.Map;

/**
 * What one customer wants, and how impatient they are.
 *
 * @param number counts customers from 0
 * @param origin how a report calls the customer
 * @param lines lines of the order as the shop takes them
 * @param latitude of the drop-off
 * @param longitude of the drop-off
 * @param taps how often they tap Pay at first
 * @param tapsAnew whether one more tap comes with a key of its own
 * @param method how they pay at first
 * @param haste milliseconds between two taps
 */
record Wish(
    long number,
    String origin,
    List<Map<String, Object>> lines,
    double latitude,
    double longitude,
    int taps,
    boolean tapsAnew,
    String method,
    int haste) {

  /** A method that the processor approves. */
  static final String GOOD_METHOD = "pm_card_visa";
}
