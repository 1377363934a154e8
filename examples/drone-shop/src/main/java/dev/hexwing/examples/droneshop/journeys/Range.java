package dev.hexwing.examples.droneshop.journeys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The shop's products, as its catalogue tells them. */
final class Range {

  private final Map<String, Integer> grams = new LinkedHashMap<>();
  private final Map<String, List<String>> byCurrency = new TreeMap<>();

  Range(JsonNode products) {
    for (JsonNode product : products.path("items")) {
      String sku = product.path("sku").asString();
      grams.put(sku, product.path("grams").asInt());
      byCurrency
          .computeIfAbsent(
              product.path("unitPrice").path("currency").asString(), currency -> new ArrayList<>())
          .add(sku);
    }
  }

  boolean isEmpty() {
    return grams.isEmpty();
  }

  boolean has(String sku) {
    return grams.containsKey(sku);
  }

  /** Products by the currency that they are sold in. */
  List<List<String>> shelves() {
    return List.copyOf(byCurrency.values());
  }

  long gramsOf(JsonNode lines) {
    long sum = 0;
    for (JsonNode line : lines) {
      sum +=
          (long) grams.getOrDefault(line.path("sku").asString(), 0) * line.path("quantity").asInt();
    }
    return sum;
  }
}
