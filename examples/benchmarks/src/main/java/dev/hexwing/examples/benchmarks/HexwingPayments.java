package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.Principal;
import java.util.List;

/** Payments through the use case. */
final class HexwingPayments implements Side {

  private static final Principal CUSTOMERS = new Principal("hexwings");

  private final Shop shop;
  private final List<PlacedOrder> orders;

  HexwingPayments(Shop shop, List<PlacedOrder> orders) {
    this.shop = shop;
    this.orders = orders;
  }

  @Override
  public String name() {
    return "hexwing";
  }

  @Override
  public Worker worker() {
    return item -> shop.pay(CUSTOMERS, orders.get(item), false);
  }

  @Override
  public void close() {
    shop.close();
  }
}
