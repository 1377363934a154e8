package dev.hexwing.architecture.report;

import dev.hexwing.architecture.ArchitectureMap;
import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.Role;
import dev.hexwing.architecture.RoleAssignment;
import dev.hexwing.architecture.Roles;
import dev.hexwing.architecture.RuleTally;
import dev.hexwing.architecture.Severity;
import dev.hexwing.architecture.SourcePlace;
import dev.hexwing.architecture.baseline.Baseline;
import dev.hexwing.architecture.baseline.BaselineEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reports with everything that a writer may meet. */
final class Samples {

  static final Finding REACHES_OUT =
      finding("HEX-02", Severity.ERROR, "shop.ordering.Order", "shop.web.Page", "uses Page", 3, 12);
  static final Finding KNOWN =
      finding("HEX-02", Severity.ERROR, "shop.ordering.Order", "shop.web.Form", "uses Form", 1, 14);
  static final Finding ASKS_TIME =
      finding("PUR-01", Severity.WARNING, "shop.Till", "", "asks <Clock> & \"now\", 100%", 1, 7);
  static final Finding ACCEPTED =
      finding("DDD-05", Severity.ERROR, "shop.Price", "field amount", "may change", 1, 3);
  static final BaselineEntry GONE = new BaselineEntry("DDD-01", "shop.Cart", "shop.Customer");

  private Samples() {}

  private static Finding finding(
      String rule,
      Severity severity,
      String origin,
      String target,
      String message,
      int count,
      int line) {
    String file = origin.replace('.', '/') + ".java";
    return new Finding(rule, severity, origin, target, message, count, new SourcePlace(file, line));
  }

  static Report report() {
    return new Report(
        List.of(REACHES_OUT, KNOWN, ASKS_TIME),
        List.of(
            new RuleTally("DDD-05", 2, 2, 0),
            new RuleTally("HEX-02", 2, 1, 2),
            new RuleTally("PUR-01", 2, 9, 1)),
        List.of(new Report.Unreadable("shop.jar!shop/Broken.class", "ends too early")),
        List.of(new Report.Suppressed(ACCEPTED, "money is counted by the legacy", "shop.Price")),
        List.of(),
        List.of(),
        new Roles(roles()),
        map());
  }

  private static SortedMap<String, RoleAssignment> roles() {
    SortedMap<String, RoleAssignment> roles = new TreeMap<>();
    add(roles, "shop.ordering.Order", Role.DOMAIN, "ordering", "");
    add(roles, "shop.web.Page", Role.DRIVING_ADAPTER, "", "web");
    return roles;
  }

  private static void add(
      SortedMap<String, RoleAssignment> roles,
      String name,
      Role role,
      String context,
      String adapter) {
    SourcePlace place = new SourcePlace(name.replace('.', '/') + ".java", 1);
    roles.put(
        name, new RoleAssignment(name, role, context, adapter, new TreeSet<>(), List.of(), place));
  }

  private static ArchitectureMap map() {
    return new ArchitectureMap(
        List.of(
            new ArchitectureMap.Node(
                Role.DOMAIN, "ordering", "", 4, List.of("shop.ordering.Order")),
            new ArchitectureMap.Node(Role.DRIVING_ADAPTER, "", "web", 3, List.of())),
        List.of(
            new ArchitectureMap.Edge(
                "domain/ordering", "driving-adapter/web", 3, false, false, true)));
  }

  /** So many findings; the first are advice, the last errors. */
  static Report many(int count) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Severity severity = i < count / 2 ? Severity.ADVICE : Severity.ERROR;
      findings.add(finding("HEX-02", severity, "shop.C" + i, "shop.Page", "uses Page", 1, 1 + i));
    }
    return of(findings.toArray(new Finding[0]));
  }

  /** Nothing but these findings. */
  static Report of(Finding... findings) {
    Report clean = clean();
    return new Report(
        List.of(findings),
        clean.tallies(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        clean.roles(),
        clean.map());
  }

  static Report clean() {
    return new Report(
        List.of(),
        List.of(new RuleTally("HEX-02", 2, 1, 0)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Roles(roles()),
        new ArchitectureMap(List.of(), List.of()));
  }

  static Verdict verdict() {
    Baseline agreed = Baseline.of(List.of(Verdict.entryOf(KNOWN), GONE));
    return verdict(report(), Optional.of(agreed));
  }

  static Verdict verdict(Report report, Optional<Baseline> baseline) {
    SourceFolders sources = SourceFolders.of(Path.of("."), List.of());
    return Verdict.of("Shop & Co", report, baseline, Severity.ERROR, sources);
  }
}
