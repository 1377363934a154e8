package dev.hexwing.examples.benchmarks;

import dev.hexwing.examples.benchmarks.Costs.Cost;
import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link DomainBenchmark} and holds it against what was promised. */
final class DomainReport {

  private DomainReport() {}

  static void run(boolean quick, Report report) throws RunnerException {
    Costs costs = Costs.measure(DomainBenchmark.class, quick);
    report.title("Aggregates: ns and bytes per operation");
    report.row("operation", "ns", "bytes", "at most, ns");
    row(report, "payment, replay of 100 events", costs.of("replay_100_events"), "5000");
    row(report, "order of 3 lines, read", costs.of("order_read"), "");
    row(report, "order, read and paid", costs.of("order_paid"), "");
    step(report, "of that, the payment", costs.of("order_paid"), costs.of("order_read"));
    row(report, "drone, read", costs.of("drone_read"), "");
    row(report, "drone, read and dispatched", costs.of("drone_dispatched"), "");
    step(report, "of that, the dispatch", costs.of("drone_dispatched"), costs.of("drone_read"));
    row(report, "22 getters of order, drone and payment", costs.of("getters"), "no bytes");
    report.title("Aggregates stay small");
    report.row("operation", "after few, ns", "after many, ns", "ratio");
    flat(
        report,
        costs,
        "drone, read and dispatched, after 1 and 10,000 flights",
        "drone_dispatched",
        "drone_dispatched_often");
    flat(
        report,
        costs,
        "the same, after 1 flight and as many changes as those had, and 10,000",
        "drone_dispatched_talkative",
        "drone_dispatched_often");
    flat(
        report,
        costs,
        "payment, read and refunded, after 1 and 1,000 refunds in vain",
        "payment_refunded",
        "payment_refunded_often");
  }

  private static void row(Report report, String what, Cost cost, String limit) {
    report.row(what, cost.toString(), "%.0f".formatted(cost.bytes()), limit);
  }

  private static void step(Report report, String what, Cost both, Cost read) {
    report.row(
        what,
        "%.1f".formatted(both.nanos() - read.nanos()),
        "%.0f".formatted(both.bytes() - read.bytes()),
        "200");
  }

  private static void flat(Report report, Costs costs, String what, String once, String often) {
    report.row(
        what, costs.of(once).toString(), costs.of(often).toString(), costs.ratio(often, once));
  }
}
