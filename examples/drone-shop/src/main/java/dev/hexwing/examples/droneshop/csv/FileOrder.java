package dev.hexwing.examples.droneshop.csv;

import java.util.List;

/**
 * An order as a file describes it.
 *
 * @param line where it begins
 * @param name what the file calls it
 * @param items 1 to 100, no sku twice
 * @param latitude of the drop-off, degrees
 * @param longitude of the drop-off, degrees
 * @param taps how often the customer taps Pay, at least once
 */
public record FileOrder(
    long line, String name, List<Item> items, double latitude, double longitude, int taps) {

  /** Keeps a copy of the items. */
  public FileOrder {
    items = List.copyOf(items);
  }

  /**
   * So many of one product.
   *
   * @param sku the product
   * @param quantity 1 to 999
   */
  public record Item(String sku, int quantity) {}
}
