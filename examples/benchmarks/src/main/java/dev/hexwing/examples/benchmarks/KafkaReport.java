package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.messaging.RelaySettings;
import dev.hexwing.messaging.kafka.KafkaBroker;
import dev.hexwing.messaging.kafka.KafkaSettings;
import dev.hexwing.persistence.Persistence;
import java.util.ArrayList;
import java.util.List;

/** A backlog of events over Kafka, from the outbox to the consumer. */
final class KafkaReport {

  /** As many as the shop has under way over Kafka. */
  static final int AT_ONCE = 256;

  private KafkaReport() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    int events = quick ? 400 : 20_000;
    int pairs = quick ? 1 : 9;
    int warmUps = quick ? 1 : 40;
    String facts = database.ask("select data from payment_templates");
    try (KafkaProcess kafka = new KafkaProcess();
        Persistence persistence = database.open();
        MessageBroker broker =
            KafkaBroker.open(KafkaSettings.of(kafka.bootstrap()), persistence.deadLetters());
        HexwingDrain ours =
            new HexwingDrain(database, broker, RelaySettings.STANDARD.withAtOnce(AT_ONCE));
        Drain alone = new BrokerAlone(database, broker, ours.counting(), AT_ONCE);
        Drain same = BareKafka.asHexwing(kafka.bootstrap(), facts);
        Drain bare = BareKafka.asTheyCome(kafka.bootstrap(), facts)) {
      List<Drain> drains = List.of(ours, alone, same, bare);
      List<List<Double>> rates = drains.stream().map(drain -> rates()).toList();
      for (int turn = -warmUps; turn < pairs; turn++) {
        for (int i = 0; i < drains.size(); i++) {
          double rate = EventsReport.rate(database, drains.get(i), events);
          if (turn >= 0) {
            rates.get(i).add(rate);
          }
        }
      }
      report.title("The same over Kafka, from the outbox to the consumer");
      report.row("", "events per second", "as a ratio of Kafka's clients: median (least–most)");
      for (int i = 0; i < drains.size(); i++) {
        row(report, drains.get(i), rates.get(i), rates.getLast());
      }
      report.note(
          "%d rounds of %,d events in turns, after %d of warm-up; acks=all, a node of its own with Kafka's default durability."
              .formatted(pairs, events, warmUps));
    }
  }

  private static void row(Report report, Drain drain, List<Double> rates, List<Double> bare) {
    double[] ratios = new double[rates.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = rates.get(i) / bare.get(i);
    }
    report.row(
        drain.name(),
        "%,.0f".formatted(Spread.of(rates, rate -> rate).median()),
        Spread.of(ratios).toString());
  }

  private static List<Double> rates() {
    return new ArrayList<>();
  }
}
