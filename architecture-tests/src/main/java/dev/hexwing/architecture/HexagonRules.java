package dev.hexwing.architecture;

import static dev.hexwing.architecture.Check.about;
import static dev.hexwing.architecture.Check.dependencies;
import static dev.hexwing.architecture.Check.subjects;
import static dev.hexwing.architecture.Check.that;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;

/** HEX: which room may know which. */
final class HexagonRules {

  private HexagonRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        domainStandsAlone(layout),
        applicationKnowsTheDomain(layout),
        nothingInsideKnowsAdapters(layout),
        adaptersAreStrangers(layout),
        nothingKnowsExamples(layout),
        testkitsAreForTests(layout),
        testLibrariesAreForTests(layout),
        drivingPortsAreInterfaces(layout),
        drivenPortsAreInterfaces(layout),
        adaptersKnowPortsAndData(layout));
  }

  static Rule domainStandsAlone(Layout layout) {
    return Rule.of(
        "HEX-01",
        subjects("domain classes", layout::isDomain),
        dependencies(
            "depend on the domain and the few types that it may use, annotations included",
            (origin, target) -> layout.isDomain(target) || layout.domainMayUse().contains(target)),
        "the domain outlives every framework and can be embedded alone");
  }

  static Rule applicationKnowsTheDomain(Layout layout) {
    return Rule.of(
        "HEX-02",
        subjects("application classes", layout::isApplication),
        dependencies(
            "depend on the application, the domain and the few types that they may use",
            (origin, target) ->
                layout.isApplication(target)
                    || layout.isDomain(target)
                    || layout.applicationMayUse().contains(target)),
        "use cases reach the world through ports, not through libraries");
  }

  static Rule nothingInsideKnowsAdapters(Layout layout) {
    return Rule.of(
        "HEX-03",
        subjects(
            "domain and application classes",
            type -> layout.isDomain(type) || layout.isApplication(type)),
        dependencies(
            "do not depend on adapters", (origin, target) -> layout.adapterOf(target).isEmpty()),
        "dependencies point inward, so that every adapter can be swapped");
  }

  static Rule adaptersAreStrangers(Layout layout) {
    return Rule.of(
        "HEX-04",
        subjects("adapter classes", layout::isAdapter),
        dependencies(
            "do not depend on other adapters",
            (origin, target) ->
                layout.adapterOf(target).isEmpty()
                    || layout.adapterOf(target).equals(layout.adapterOf(origin))),
        "one adapter is replaced without a look at the others");
  }

  static Rule nothingKnowsExamples(Layout layout) {
    return Rule.of(
        "HEX-05",
        subjects("published classes", layout::isPublished),
        dependencies("do not depend on examples", (origin, target) -> !layout.isExample(target)),
        "examples are never published");
  }

  static Rule testkitsAreForTests(Layout layout) {
    return Rule.of(
        "HEX-06",
        subjects(
            "published classes outside testkits",
            type -> layout.isPublished(type) && !layout.isTestkit(type)),
        dependencies("do not depend on testkits", (origin, target) -> !layout.isTestkit(target)),
        "a testkit brings test libraries and in-memory stores into production");
  }

  static Rule testLibrariesAreForTests(Layout layout) {
    return Rule.of(
        "HEX-07",
        subjects(
            "published classes outside testkits",
            type -> layout.isPublished(type) && !layout.isTestkit(type)),
        dependencies(
            "do not depend on test libraries",
            (origin, target) -> !layout.testLibraries().contains(target)),
        "users would have to ship them");
  }

  static Rule drivingPortsAreInterfaces(Layout layout) {
    return Rule.of(
        "HEX-08",
        subjects("driving ports", type -> layout.isOurs(type) && Stereotypes.isDrivingPort(type)),
        that(
            "are interfaces with one abstract method",
            (port, violations) -> {
              if (!port.isInterface()) {
                violations.accept(about(port, "is a driving port and no interface"));
                return;
              }
              long methods =
                  port.getAllMethods().stream()
                      .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                      .count();
              if (methods != 1) {
                violations.accept(
                    about(port, "is a driving port with " + methods + " abstract methods"));
              }
            }),
        "a driving port is one verb, and any front can be put before it");
  }

  static Rule drivenPortsAreInterfaces(Layout layout) {
    return Rule.of(
        "HEX-09",
        subjects("driven ports", type -> layout.isOurs(type) && Stereotypes.isDrivenPort(type)),
        that(
            "are interfaces",
            (port, violations) -> {
              if (!port.isInterface()) {
                violations.accept(about(port, "is a driven port and no interface"));
              }
            }),
        "users bring their own adapters");
  }

  static Rule adaptersKnowPortsAndData(Layout layout) {
    return Rule.of(
        "HEX-10",
        subjects("adapter classes", layout::isAdapter),
        dependencies(
            "use of application contexts only ports and data, never the services behind them",
            (origin, target) ->
                layout.applicationContextOf(target).isEmpty() || isPortOrData(target)),
        "whoever calls a service directly has built a second way in");
  }

  private static boolean isPortOrData(JavaClass type) {
    return type.isInterface()
        || type.isRecord()
        || type.isEnum()
        || type.isAssignableTo(Throwable.class);
  }
}
