package dev.hexwing.examples.benchmarks;

import dev.hexwing.messaging.InProcessBroker;
import dev.hexwing.messaging.RelaySettings;
import dev.hexwing.messaging.kafka.KafkaBroker;
import dev.hexwing.messaging.kafka.KafkaSettings;
import dev.hexwing.persistence.Persistence;
import java.util.ArrayList;
import java.util.List;

/** How long after its commit an event reaches its handler, while orders come at a steady pace. */
final class EventsInTime {

  private EventsInTime() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    inProcess(database, quick, report);
    overKafka(database, quick, report);
  }

  private static void inProcess(BenchDatabase database, boolean quick, Report report)
      throws Exception {
    int seconds = quick ? 1 : 20;
    try (OrdersInTime orders =
        new OrdersInTime(database.open(), new InProcessBroker(), RelaySettings.STANDARD)) {
      orders.measure(Pace.PER_SECOND * (quick ? 1 : 5));
      database.settle();
      long[] micros = orders.measure(Pace.PER_SECOND * seconds);
      title(report, "From commit to handler");
      report.row("", "p50", "p90", "p99", "longest");
      report.row("hexwing", at(micros, 0.5), at(micros, 0.9), at(micros, 0.99), at(micros, 1));
      report.note(
          "%d writers for %d s on PostgreSQL, relay and in-process broker as the shop has them; from"
                  .formatted(Pace.WRITERS, seconds)
              + " the return of the unit of work to the first line of the handler, 0 if it came"
              + " before.");
    }
  }

  private static void overKafka(BenchDatabase database, boolean quick, Report report)
      throws Exception {
    int events = Pace.PER_SECOND * (quick ? 1 : 5);
    int warmUps = quick ? 1 : 3;
    int pairs = quick ? 1 : 7;
    String facts = database.ask("select data from payment_templates");
    try (KafkaProcess kafka = new KafkaProcess();
        Persistence deadLetters = database.open();
        OrdersInTime orders =
            new OrdersInTime(
                database.open(),
                KafkaBroker.open(KafkaSettings.of(kafka.bootstrap()), deadLetters.deadLetters()),
                RelaySettings.STANDARD.withAtOnce(KafkaReport.AT_ONCE));
        BareKafka bare = BareKafka.asTheyCome(kafka.bootstrap(), facts)) {
      List<long[]> ours = new ArrayList<>();
      List<long[]> alone = new ArrayList<>();
      for (int turn = -warmUps; turn < pairs; turn++) {
        database.settle();
        long[] one = orders.measure(events);
        long[] two = bare.inTime(events);
        if (turn >= 0) {
          ours.add(one);
          alone.add(two);
        }
      }
      title(report, "The same over Kafka");
      report.row("", "p50", "p90", "p99", "p50 as a ratio of it alone: median (least–most)");
      row(report, "hexwing, from the commit", ours, alone);
      row(report, "producer and consumer alone, from the send", alone, alone);
      report.note(
          "%d rounds of %,d events in turns, after %d of warm-up; each figure is the median of the rounds'."
              .formatted(pairs, events, warmUps));
    }
  }

  private static void title(Report report, String way) {
    report.title(way + ", " + Pace.PER_SECOND + " orders a second");
  }

  private static void row(Report report, String who, List<long[]> rounds, List<long[]> alone) {
    double[] ratios = new double[rounds.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = (double) micros(rounds.get(i), 0.5) / micros(alone.get(i), 0.5);
    }
    report.row(
        who,
        median(rounds, 0.5),
        median(rounds, 0.9),
        median(rounds, 0.99),
        Spread.of(ratios).toString());
  }

  private static String median(List<long[]> rounds, double share) {
    return "%.1f ms".formatted(Spread.of(rounds, round -> micros(round, share)).median() / 1e3);
  }

  private static String at(long[] sorted, double share) {
    return "%.1f ms".formatted(micros(sorted, share) / 1e3);
  }

  private static long micros(long[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
