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
  private static final int AT_ONCE = 256;

  private KafkaReport() {}

  static void run(BenchDatabase database, boolean quick, Report report) throws Exception {
    int events = quick ? 400 : 20_000;
    int pairs = quick ? 1 : 5;
    int warmUps = quick ? 1 : 8;
    String facts = database.ask("select data from payment_templates");
    try (KafkaProcess kafka = new KafkaProcess();
        Persistence persistence = database.open();
        MessageBroker broker =
            KafkaBroker.open(KafkaSettings.of(kafka.bootstrap()), persistence.deadLetters());
        HexwingDrain ours =
            new HexwingDrain(database, broker, RelaySettings.STANDARD.withAtOnce(AT_ONCE));
        Drain bare = new BareKafka(kafka.bootstrap(), facts)) {
      List<Double> ourRates = new ArrayList<>();
      List<Double> bareRates = new ArrayList<>();
      for (int turn = -warmUps; turn < pairs; turn++) {
        double one = EventsReport.rate(database, ours, events);
        double two = EventsReport.rate(database, bare, events);
        if (turn >= 0) {
          ourRates.add(one);
          bareRates.add(two);
        }
      }
      report.title("The same over Kafka, from the outbox to the consumer");
      report.row("", "events per second", "hexwing, as a ratio of it: median (least–most)");
      EventsReport.row(report, ours, ourRates, ourRates);
      EventsReport.row(report, bare, bareRates, ourRates);
      report.note(
          "%d rounds of %,d events in turns, after %d of warm-up; acks=all, a node of its own with Kafka's default durability."
              .formatted(pairs, events, warmUps));
    }
  }
}
