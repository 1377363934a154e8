package dev.hexwing.architecture;

import static dev.hexwing.architecture.Judge.classes;
import static dev.hexwing.architecture.Judge.libraries;
import static dev.hexwing.architecture.Judge.references;

import dev.hexwing.architecture.Judge.Subjects;
import dev.hexwing.architecture.RoleAssignment.Evidence;
import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Reference;
import java.util.List;
import java.util.stream.Collectors;

/** HEX: which room may know which. */
final class HexagonRules {

  static final Subjects DOMAIN = (code, type) -> isOfDomain(code, type.name());
  static final Subjects APPLICATION = (code, type) -> isOfApplication(code, type.name());
  static final Subjects ADAPTERS = (code, type) -> code.roleOf(type).role().isAdapter();

  private HexagonRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        Rule.of("HEX-01", layout, domainStandsAlone()),
        Rule.of("HEX-02", layout, references(DOMAIN, ADAPTERS, HexagonRules::isNoAdapter)),
        Rule.of("HEX-03", layout, references(APPLICATION, ADAPTERS, HexagonRules::isNoAdapter)),
        Rule.of("HEX-04", layout, references(ADAPTERS, ADAPTERS, HexagonRules::isNoStranger)),
        Rule.of("HEX-05", layout, nothingKnows(Role.EXAMPLE)),
        Rule.of("HEX-06", layout, testkitsAreForTests()),
        Rule.of("HEX-07", layout, testLibrariesAreForTests()),
        Rule.of("HEX-08", layout, portsAreInterfaces(Role.DRIVING_PORT)),
        Rule.of("HEX-09", layout, portsAreInterfaces(Role.DRIVEN_PORT)),
        Rule.of("HEX-10", layout, adaptersKnowPortsAndData()),
        Rule.of("HEX-11", layout, drivingAdaptersLeaveDrivenPorts()),
        Rule.of("HEX-12", layout, drivenAdaptersLeaveDrivingPorts()),
        Rule.of("HEX-13", layout, Tunnels::judge),
        Rule.of("HEX-14", layout, everyClassHasARole()),
        Rule.of("HEX-15", layout, noClassHasTwo()),
        Rule.of("HEX-16", layout, nothingKnowsTheRoot()));
  }

  static boolean isOfDomain(CodeBase code, String name) {
    Role role = code.role(name);
    return role.isDomain() || (role.isPort() && code.isPortOfTheDomain(name));
  }

  static boolean isOfApplication(CodeBase code, String name) {
    Role role = code.role(name);
    return role == Role.APPLICATION || (role.isPort() && !code.isPortOfTheDomain(name));
  }

  private static boolean isNoAdapter(CodeBase code, ClassInfo origin, Reference to) {
    return !code.role(to.target()).isAdapter();
  }

  static Judge domainStandsAlone() {
    return references(
        DOMAIN, APPLICATION, (code, origin, to) -> !isOfApplication(code, to.target()));
  }

  /** What stands above all adapters belongs to them all. */
  static boolean isNoStranger(CodeBase code, ClassInfo origin, Reference to) {
    return !code.role(to.target()).isAdapter()
        || !areStrangers(code.roleOf(origin), code.roleOf(to.target()));
  }

  static boolean areStrangers(RoleAssignment one, RoleAssignment other) {
    return !one.adapter().isEmpty()
        && !other.adapter().isEmpty()
        && !TypeSet.isWithin(one.adapter(), other.adapter())
        && !TypeSet.isWithin(other.adapter(), one.adapter());
  }

  private static Judge nothingKnows(Role role) {
    return references(
        HexagonRules::isPublished,
        (code, type) -> code.roleOf(type).role() == role,
        (code, origin, to) -> code.role(to.target()) != role);
  }

  /** Main code that others may use. */
  static boolean isPublished(CodeBase code, ClassInfo type) {
    return Concerns.isPublished(code.roleOf(type).role());
  }

  private static boolean isProduction(CodeBase code, ClassInfo type) {
    return isPublished(code, type) && code.roleOf(type).role() != Role.TESTKIT;
  }

  private static boolean isForTests(Role role) {
    return role == Role.TESTKIT || role == Role.TEST;
  }

  static Judge testkitsAreForTests() {
    return references(
        HexagonRules::isProduction,
        (code, type) -> isForTests(code.roleOf(type).role()),
        (code, origin, to) -> !isForTests(code.role(to.target())));
  }

  static Judge testLibrariesAreForTests() {
    return libraries(
        HexagonRules::isProduction,
        (code, origin, to) ->
            code.isOurs(to.target()) || !Defaults.TEST_LIBRARIES.contains(to.target()));
  }

  static Judge portsAreInterfaces(Role role) {
    return classes(
        (code, type) -> code.roleOf(type).role() == role,
        (code, type, verdict) -> {
          boolean toldItself =
              type.isAnnotatedWith(one -> Stereotypes.ROLES.getOrDefault(one, Role.TEST) == role);
          if (!type.isInterface() && (toldItself || !isMessage(code, type))) {
            verdict.found(type, "is a " + role.text().replace('-', ' ') + " and no interface");
          }
        });
  }

  /** What may stand beside a port: data and exceptions. */
  private static boolean isMessage(CodeBase code, ClassInfo type) {
    return type.isRecord()
        || type.isEnum()
        || code.isAssignable(type.name(), "java.lang.Throwable")
        || (type.state().findAny().isPresent()
            && type.state()
                .allMatch(field -> field.isFinal() && !isService(code, field.type().name())));
  }

  private static boolean isService(CodeBase code, String name) {
    ClassInfo info = code.find(name);
    return code.isOurs(name)
        && info != null
        && info.isInterface()
        && !info.isSealed()
        && (code.role(name).isPort() || code.is(name, Block.REPOSITORY));
  }

  static Judge adaptersKnowPortsAndData() {
    return references(
        ADAPTERS,
        (code, type) -> code.roleOf(type).role().isPort(),
        (code, origin, to) -> !isServiceBehindPorts(code, to.target()));
  }

  private static boolean isServiceBehindPorts(CodeBase code, String name) {
    ClassInfo info = code.find(name);
    return info != null
        && code.role(name) == Role.APPLICATION
        && (!code.roleOf(name).context().isEmpty() || code.layout().contexts().isEmpty())
        && !info.isInterface()
        && !info.isRecord()
        && !info.isEnum()
        && !code.isAssignable(name, "java.lang.Throwable");
  }

  private static Judge drivingAdaptersLeaveDrivenPorts() {
    return references(
        (code, type) -> code.roleOf(type).role() == Role.DRIVING_ADAPTER,
        (code, type) -> isPort(code, type.name(), Role.DRIVEN_PORT),
        (code, origin, to) -> !isPort(code, to.target(), Role.DRIVEN_PORT));
  }

  private static Judge drivenAdaptersLeaveDrivingPorts() {
    return references(
        (code, type) -> code.roleOf(type).role().isAdapter(),
        (code, type) -> isPort(code, type.name(), Role.DRIVING_PORT),
        (code, origin, to) ->
            !isPort(code, to.target(), Role.DRIVING_PORT)
                || (code.roleOf(origin).role() != Role.DRIVEN_ADAPTER
                    && !to.is(Reference.INHERITS)));
  }

  /** The port itself, and no message beside it. */
  private static boolean isPort(CodeBase code, String name, Role role) {
    ClassInfo info = code.find(name);
    return code.role(name) == role
        && info != null
        && info.isInterface()
        && !info.isAnnotation()
        && !info.isSealed()
        && info.enclosing().isEmpty();
  }

  private static Judge everyClassHasARole() {
    return classes(
        (code, type) -> type.enclosing().isEmpty(),
        (code, type, verdict) -> {
          if (code.roleOf(type).role() == Role.UNASSIGNED) {
            verdict.found(type, "has no role");
          }
        });
  }

  private static Judge noClassHasTwo() {
    return classes(
        (code, type) -> true,
        (code, type, verdict) -> {
          RoleAssignment told = code.roleOf(type);
          boolean ownFault =
              type.enclosing().isEmpty() || code.role(type.enclosing()) != Role.AMBIGUOUS;
          if (told.role() == Role.AMBIGUOUS && ownFault) {
            verdict.found(type, "is told to be several things: " + said(told, false));
          }
          if (type.enclosing().isEmpty() && contexts(told) > 1) {
            verdict.found(type, "is told to belong to several contexts: " + said(told, true));
          }
        });
  }

  private static long contexts(RoleAssignment told) {
    return told.evidence().stream()
        .filter(Evidence::tellsContext)
        .map(Evidence::says)
        .distinct()
        .count();
  }

  private static String said(RoleAssignment told, boolean ofContexts) {
    return told.evidence().stream()
        .filter(one -> one.tellsContext() == ofContexts)
        .map(one -> one.says() + " by " + one.text())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static boolean isInsideOrAdapter(CodeBase code, ClassInfo type) {
    Role role = code.roleOf(type).role();
    return role.isInside() || role.isAdapter();
  }

  private static Judge nothingKnowsTheRoot() {
    return references(
        HexagonRules::isInsideOrAdapter,
        (code, type) -> code.roleOf(type).role() == Role.COMPOSITION_ROOT,
        (code, origin, to) -> code.role(to.target()) != Role.COMPOSITION_ROOT);
  }
}
