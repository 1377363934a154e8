package dev.hexwing.examples.droneshop.journeys;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outcome of a run.
 *
 * @param journeys customers played
 * @param findings what the audit found
 * @param requests requests that customers sent
 * @param replays answers that repeated an earlier one
 * @param lost messages that the line between customers and shop lost
 * @param p50 half of the customers were told paid within this time of their first tap
 * @param p95 95 % were
 * @param p99 99 % were
 * @param perSecond journeys per second
 * @param badRows rows of the input that were left out
 * @param details what was found, order by order: the first few
 */
record JourneysReport(
    long journeys,
    Findings findings,
    long requests,
    long replays,
    long lost,
    Duration p50,
    Duration p95,
    Duration p99,
    double perSecond,
    long badRows,
    List<String> details) {

  boolean isSound() {
    return findings.broken().isEmpty();
  }

  String json() {
    return JsonMapper.builder().build().writeValueAsString(fields());
  }

  /** What is told, by name. */
  Map<String, Object> fields() {
    Map<String, Object> latencies = new LinkedHashMap<>();
    latencies.put("p50Ms", p50.toMillis());
    latencies.put("p95Ms", p95.toMillis());
    latencies.put("p99Ms", p99.toMillis());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("journeys", journeys);
    body.put("orders", findings.orders());
    body.put("paid", findings.paid());
    body.put("charges", findings.charges());
    body.put("duplicateCharges", findings.duplicateCharges());
    body.put("lostCharges", findings.lostCharges());
    body.put("unknownAtEnd", findings.unknownAtEnd());
    body.put("dispatched", findings.dispatched());
    body.put("dronesDoubleBooked", findings.dronesDoubleBooked());
    body.put("toldFailedButCharged", findings.toldFailedButCharged());
    body.put("requests", requests);
    body.put("replays", replays);
    body.put("tapToConfirmed", latencies);
    body.put("journeysPerSecond", Math.round(perSecond * 10) / 10.0);
    body.put("invariantsHeld", isSound());
    return body;
  }

  String table() {
    StringBuilder table = new StringBuilder(1024);
    row(table, "journeys", journeys, "");
    row(table, "orders placed", findings.orders(), "");
    row(table, "orders paid", findings.paid(), "");
    row(table, "charges", findings.charges(), "in the processor's own ledger");
    row(table, "duplicate charges", findings.duplicateCharges(), "must be 0");
    row(table, "lost charges", findings.lostCharges(), "must be 0");
    row(table, "unknown at end", findings.unknownAtEnd(), "must be 0");
    row(table, "told failed but charged", findings.toldFailedButCharged(), "must be 0");
    row(table, "dispatched", findings.dispatched(), "");
    row(table, "drones double-booked", findings.dronesDoubleBooked(), "must be 0");
    row(table, "requests", requests, "sent by customers");
    row(table, "messages lost", lost, "between customers and shop");
    row(table, "replays", replays, "answers told again, byte for byte");
    if (badRows > 0) {
      row(table, "bad rows", badRows, "left out of the input");
    }
    table.append(
        String.format(
            Locale.ROOT,
            "  %-26s p50 %d ms, p95 %d ms, p99 %d ms%n",
            "tap to confirmed",
            p50.toMillis(),
            p95.toMillis(),
            p99.toMillis()));
    table.append(String.format(Locale.ROOT, "  %-26s %.1f%n", "journeys per second", perSecond));
    table.append(
        isSound() ? "  every invariant held" : "  BROKEN: " + String.join("; ", findings.broken()));
    return table.toString();
  }

  private static void row(StringBuilder table, String what, long count, String note) {
    String line = String.format(Locale.ROOT, "  %-24s %,10d  %s", what, count, note);
    table.append(line.stripTrailing()).append(System.lineSeparator());
  }
}
