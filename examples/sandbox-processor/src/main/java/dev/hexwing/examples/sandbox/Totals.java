package dev.hexwing.examples.sandbox;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** How often and how much was charged, declined and refunded. Thread-safe. */
final class Totals {

  private static final class Sum {
    private long charged;
    private long refunded;
  }

  private final Map<String, Sum> byCurrency = new TreeMap<>();
  private long charges;
  private long declines;
  private long refunds;

  synchronized void charged(String currency, long amount) {
    charges++;
    sum(currency).charged += amount;
  }

  synchronized void declined() {
    declines++;
  }

  synchronized void refunded(String currency, long amount) {
    refunds++;
    sum(currency).refunded += amount;
  }

  synchronized ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("charges", charges).put("declines", declines).put("refunds", refunds);
    ObjectNode amounts = json.putObject("amounts");
    byCurrency.forEach(
        (currency, sum) ->
            amounts.putObject(currency).put("charged", sum.charged).put("refunded", sum.refunded));
    return json;
  }

  private Sum sum(String currency) {
    return byCurrency.computeIfAbsent(currency, unseen -> new Sum());
  }
}
