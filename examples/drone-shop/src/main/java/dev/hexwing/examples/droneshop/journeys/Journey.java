package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.journeys.KeyedPayment.Told;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one customer has lived through, as the customer knows it. */
final class Journey {

  private final String origin;
  private final String name;
  private final List<KeyedPayment> payments;
  private String orderId = "";
  private long amount;
  private String currency = "";
  private long grams;
  private String refusal = "";
  private @Nullable Duration confirmedAfter;

  Journey(String origin, String name, List<KeyedPayment> payments) {
    this.origin = origin;
    this.name = name;
    this.payments = payments;
  }

  /** The order was not taken. */
  void notPlaced(String why) {
    refusal = why;
  }

  /** The order was taken. */
  void placed(String id, long totalMinor, String totalCurrency, long parcelGrams) {
    orderId = id;
    amount = totalMinor;
    currency = totalCurrency;
    grams = parcelGrams;
  }

  /** The customer, who first tapped at that nanosecond, has read that it is paid. */
  void confirmed(long tappedAtNanos) {
    payments.stream()
        .filter(payment -> payment.told() == Told.PAID)
        .mapToLong(payment -> payment.settledAtNanos() - tappedAtNanos)
        .min()
        .ifPresent(nanos -> confirmedAfter = Duration.ofNanos(nanos));
  }

  String origin() {
    return origin;
  }

  String name() {
    return name;
  }

  boolean isPlaced() {
    return !orderId.isEmpty();
  }

  String orderId() {
    return orderId;
  }

  long amount() {
    return amount;
  }

  String currency() {
    return currency;
  }

  long grams() {
    return grams;
  }

  /** Why the order was not taken; empty if it was. */
  String refusal() {
    return refusal;
  }

  @Nullable Duration confirmedAfter() {
    return confirmedAfter;
  }

  /** Every key that the customer has used. */
  List<KeyedPayment> payments() {
    return payments;
  }

  boolean isToldPaid() {
    return payments.stream().anyMatch(payment -> payment.told() == Told.PAID);
  }

  boolean isToldFailed() {
    return !payments.isEmpty()
        && payments.stream()
            .allMatch(payment -> payment.told() == Told.DECLINED || payment.told() == Told.REFUSED);
  }

  List<KeyedPayment> open() {
    return payments.stream().filter(KeyedPayment::isOpen).toList();
  }
}
