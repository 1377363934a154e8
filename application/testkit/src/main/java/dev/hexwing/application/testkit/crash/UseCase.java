package dev.hexwing.application.testkit.crash;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is explored: what was before, and what customers do, one after the other or side by side.
 *
 * <pre>{@code
 * UseCase.of("two taps", List.of(Shop::placeOrder), Map.of("a", s -> s.pay("k"), "b", s -> s.pay("k")));
 * }</pre>
 *
 * <p>What a customer does is done again after a fault, as a customer who keeps trying does; so an
 * act names its keys, the same every time. Immutable.
 */
public final class UseCase {

  private final String name;
  private final List<Act> before;
  private final Map<String, Act> customers;

  /** Something that somebody does at the shop. */
  @FunctionalInterface
  public interface Act {

    /** Does it. */
    void at(Shop shop);
  }

  private UseCase(String name, List<Act> before, Map<String, Act> customers) {
    this.name = name;
    this.before = List.copyOf(before);
    this.customers = new LinkedHashMap<>(customers);
  }

  /**
   * A use case of your own.
   *
   * @param before what nothing goes wrong in; the first act places the order
   * @param customers what each customer does, by name
   */
  public static UseCase of(String name, List<Act> before, Map<String, Act> customers) {
    if (before.isEmpty() || customers.isEmpty()) {
      throw new IllegalArgumentException("a use case begins with an order and has a customer");
    }
    return new UseCase(name, before, customers);
  }

  /** One payment. */
  public static UseCase payment() {
    return of("one payment", List.of(Shop::placeOrder), Map.of("payer", shop -> shop.pay("k")));
  }

  /** One refund of a part. */
  public static UseCase refund() {
    return of("one refund", PAID, Map.of("refunder", shop -> shop.refund("r", 2000)));
  }

  /** One cancellation of a paid order, and all that follows from it. */
  public static UseCase cancellation() {
    return of(
        "one cancellation",
        PAID,
        Map.of(
            "canceller",
            shop -> {
              shop.cancel("c");
              shop.deliverEvents();
            }));
  }

  /** One payment, and all that follows from it until the drone is in the air. */
  public static UseCase dispatch() {
    return of(
        "one dispatch",
        List.of(
            Shop::placeOrder,
            shop -> shop.readyDrone("A47"),
            shop -> shop.readyDrone("B12"),
            Shop::deliverEvents,
            shop -> shop.pay("k")),
        Map.of("relay", Shop::deliverEvents));
  }

  /** Two taps of one customer on the same button. */
  public static UseCase payAndPaySameKey() {
    return pair("pay + pay, same key", UNPAID, shop -> shop.pay("k"), shop -> shop.pay("k"));
  }

  /** Two payments for one order under two keys. */
  public static UseCase payAndPayOtherKey() {
    return pair("pay + pay, other key", UNPAID, shop -> shop.pay("k"), shop -> shop.pay("n"));
  }

  /** Two payments for one order under two keys, of which one is declined. */
  public static UseCase declineAndPayOtherKey() {
    return pair(
        "decline + pay, other key",
        UNPAID,
        shop -> {
          shop.declineNext();
          shop.pay("k");
        },
        shop -> shop.pay("n"));
  }

  /** A payment while its order is cancelled. */
  public static UseCase payAndCancel() {
    return pair("pay + cancel", UNPAID, shop -> shop.pay("k"), shop -> shop.cancel("c"));
  }

  /** Two refunds that together are more than the charge. */
  public static UseCase refundAndRefund() {
    return pair(
        "refund + refund", PAID, shop -> shop.refund("r", 3000), shop -> shop.refund("s", 3000));
  }

  /** The same refund twice. */
  public static UseCase refundAndRefundSameKey() {
    return pair(
        "refund + refund, same key",
        PAID,
        shop -> shop.refund("r", 3000),
        shop -> shop.refund("r", 3000));
  }

  /** A refund of a part while the order is cancelled. */
  public static UseCase refundAndCancel() {
    return pair("refund + cancel", PAID, shop -> shop.refund("r", 2000), shop -> shop.cancel("c"));
  }

  /** A cancellation while the drone takes off. */
  public static UseCase cancelAndDispatch() {
    return pair(
        "cancel + dispatch",
        List.of(
            Shop::placeOrder,
            shop -> shop.readyDrone("A47"),
            shop -> shop.readyDrone("B12"),
            Shop::deliverEvents,
            shop -> shop.pay("k")),
        shop -> shop.cancel("c"),
        Shop::deliverEvents);
  }

  /** A payment while recovery looks for work. */
  public static UseCase payAndRecover() {
    return pair(
        "pay + reconciler",
        UNPAID,
        shop -> shop.pay("k"),
        shop -> {
          shop.recover();
          shop.recover();
        });
  }

  /** A payment while the processor's notices arrive. */
  public static UseCase payAndNotice() {
    return pair(
        "pay + notice",
        UNPAID,
        shop -> shop.pay("k"),
        shop -> {
          shop.hearNotices();
          shop.hearNotices();
        });
  }

  /** A payment whose node stands still until it was given up, because its order was cancelled. */
  public static UseCase payTooLate() {
    return pair(
        "pay + cancel + give up",
        UNPAID,
        shop -> shop.pay("k"),
        shop -> {
          shop.cancel("c");
          shop.passTime(Duration.ofSeconds(25));
          shop.recover();
        });
  }

  /** Every pair that comes with this. */
  public static List<UseCase> pairs() {
    return List.of(
        payAndPaySameKey(),
        payAndPayOtherKey(),
        declineAndPayOtherKey(),
        payAndCancel(),
        refundAndRefund(),
        refundAndRefundSameKey(),
        refundAndCancel(),
        cancelAndDispatch(),
        payAndRecover(),
        payAndNotice(),
        payTooLate());
  }

  private static final List<Act> UNPAID = List.of(Shop::placeOrder);
  private static final List<Act> PAID =
      List.of(Shop::placeOrder, shop -> shop.pay("k"), Shop::deliverEvents);

  private static UseCase pair(String name, List<Act> before, Act one, Act other) {
    Map<String, Act> customers = new LinkedHashMap<>();
    customers.put("one", one);
    customers.put("other", other);
    return of(name, before, customers);
  }

  List<Act> before() {
    return before;
  }

  Map<String, Act> customers() {
    return customers;
  }

  @Override
  public String toString() {
    return name;
  }
}
