package dev.hexwing.examples.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;

/** The program: measures what it is told to and prints Markdown. */
public final class Benchmarks {

  private static final List<String> ALL =
      List.of("money", "domain", "payments", "replay", "http", "events", "shop", "purge", "rules");

  /** Of the events, the table that needs most rounds. */
  private static final String RELAY = "relay";

  private Benchmarks() {}

  /** Runs the benchmarks named, or all; exits with 2 for a wrong argument. */
  public static void main(String... args) throws Exception {
    boolean quick = Arrays.asList(args).contains("--quick");
    List<String> asked = Arrays.stream(args).filter(arg -> !arg.equals("--quick")).toList();
    List<String> names = asked.isEmpty() || asked.contains("all") ? ALL : asked;
    if (!ALL.containsAll(names) && !names.equals(List.of(RELAY))) {
      System.err.println(
          "usage: run [money|domain|payments|replay|http|events|relay|shop|purge|rules|all]"
              + " [--quick]");
      System.exit(2);
    }
    LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
    Report report = new Report(System.out);
    Machine.tell(report);
    if (names.contains("money")) {
      MoneyReport.run(quick, report);
    }
    if (names.contains("domain")) {
      DomainReport.run(quick, report);
    }
    if (names.contains("shop")) {
      ShopReport.run(quick, report);
    }
    if (names.contains("rules")) {
      RulesReport.run(quick, report);
    }
    if (names.stream()
        .anyMatch(List.of("payments", "replay", "http", "events", RELAY, "purge")::contains)) {
      BenchDatabase database = BenchDatabase.fromEnvironment();
      database.migrate();
      report.note(database.facts());
      if (names.contains("payments")) {
        PaymentsReport.run(database, quick, report);
      }
      if (names.contains("replay")) {
        ReplayReport.run(database, quick, report);
      }
      if (names.contains("http")) {
        HttpReport.run(database, quick, report);
      }
      if (names.contains("events")) {
        EventsReport.run(database, quick, report);
      }
      if (names.contains(RELAY)) {
        EventsAtSpeed.run(database, quick, report);
      }
      if (names.contains("purge")) {
        PurgeReport.run(database, quick, report);
      }
    }
    Machine.tell(report);
  }
}
