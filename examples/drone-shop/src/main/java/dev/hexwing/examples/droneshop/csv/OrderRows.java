package dev.hexwing.examples.droneshop.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The rows of one order while they are collected. */
final class OrderRows {

  private static final int MOST_LINES = 100;
  private static final int MOST_QUANTITY = 999;
  private static final int MOST_TAPS = 20;
  private static final int LATITUDE = 3;
  private static final int LONGITUDE = 4;
  private static final int TAPS = 5;

  private final long line;
  private final List<String> first;
  private final double latitude;
  private final double longitude;
  private final int taps;
  private final List<FileOrder.Item> items = new ArrayList<>();

  private OrderRows(long line, List<String> first) {
    this.line = line;
    this.first = first;
    this.latitude = Numbers.degrees("latitude", first.get(LATITUDE), 90);
    this.longitude = Numbers.degrees("longitude", first.get(LONGITUDE), 180);
    this.taps = (int) Numbers.whole("taps", first.get(TAPS), 1, MOST_TAPS);
  }

  /** Begins an order; refuses a row without its place or taps. */
  static OrderRows begin(CsvRow.Fields row) {
    return new OrderRows(row.line(), row.fields());
  }

  /** Adds what the row orders, or refuses it and stays as it was. */
  void add(CsvRow.Fields row, Predicate<String> isSold) {
    same(row, LATITUDE, "latitude");
    same(row, LONGITUDE, "longitude");
    same(row, TAPS, "taps");
    String sku = row.fields().get(1);
    if (!isSold.test(sku)) {
      throw new IllegalArgumentException("there is no product " + Texts.shown(sku));
    }
    int quantity = (int) Numbers.whole("quantity", row.fields().get(2), 1, MOST_QUANTITY);
    if (items.stream().anyMatch(item -> item.sku().equals(sku))) {
      throw new IllegalArgumentException("sku " + sku + " is there twice in its order");
    }
    if (items.size() == MOST_LINES) {
      throw new IllegalArgumentException("an order has at most " + MOST_LINES + " lines");
    }
    items.add(new FileOrder.Item(sku, quantity));
  }

  private void same(CsvRow.Fields row, int column, String name) {
    String text = row.fields().get(column);
    if (!text.isEmpty() && !text.equals(first.get(column))) {
      throw new IllegalArgumentException(
          name + " differs from that of its order, which began on line " + line);
    }
  }

  String name() {
    return first.get(0);
  }

  FileOrder order() {
    return new FileOrder(line, name(), items, latitude, longitude, taps);
  }
}
