package dev.hexwing.architecture;

import static dev.hexwing.architecture.Check.dependencies;
import static dev.hexwing.architecture.Check.subjects;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** CTX: contexts meet by id and events alone; a translator stands where they must say more. */
final class ContextRules {

  private ContextRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        domainContextsMeetByIdAndEvents(layout),
        sharedKernelKnowsNoContext(layout),
        applicationMeetsOtherDomains(layout),
        applicationContextsMeetByTranslators(layout));
  }

  static Rule domainContextsMeetByIdAndEvents(Layout layout) {
    return Rule.of(
        "CTX-01",
        subjects(
            "domain classes of a context",
            type -> layout.isDomain(type) && !isShared(layout, layout.domainContextOf(type))),
        dependencies(
            "use of other contexts only ids and events",
            (origin, target) ->
                isNear(layout, layout.domainContextOf(origin), layout.domainContextOf(target))
                    || isMeetingPoint(layout, target)),
        "a context that knows another's inside cannot change without it");
  }

  static Rule sharedKernelKnowsNoContext(Layout layout) {
    return Rule.of(
        "CTX-02",
        subjects(
            "classes of the shared kernel", type -> isShared(layout, layout.domainContextOf(type))),
        dependencies(
            "use no context",
            (origin, target) ->
                layout.domainContextOf(target).isEmpty()
                    || isShared(layout, layout.domainContextOf(target))),
        "all contexts stand on the shared kernel, so it stands on none");
  }

  static Rule applicationMeetsOtherDomains(Layout layout) {
    return Rule.of(
        "CTX-03",
        applicationContexts(layout),
        dependencies(
            "use of other contexts' domains only ids and events, and in translators what their"
                + " driving ports speak of",
            (origin, target) ->
                isNear(layout, layout.applicationContextOf(origin), layout.domainContextOf(target))
                    || isMeetingPoint(layout, target)
                    || (isTranslator(origin)
                        && isSpokenOf(layout, layout.domainContextOf(target), target))),
        "a use case that loads another context's aggregate decides in its place");
  }

  static Rule applicationContextsMeetByTranslators(Layout layout) {
    return Rule.of(
        "CTX-04",
        applicationContexts(layout),
        dependencies(
            "use other contexts only in translators, and there only driving ports and what they"
                + " speak of",
            (origin, target) ->
                isNear(
                        layout,
                        layout.applicationContextOf(origin),
                        layout.applicationContextOf(target))
                    || (isTranslator(origin)
                        && isSpokenOf(layout, layout.applicationContextOf(target), target))),
        "one place turns the words of one context into the words of another");
  }

  private static DescribedPredicate<JavaClass> applicationContexts(Layout layout) {
    return subjects(
        "application classes of a context",
        type ->
            layout.applicationContextOf(type).isPresent()
                && !isShared(layout, layout.applicationContextOf(type))
                && !layout.assemblies().contains(outermost(type).getSimpleName()));
  }

  /** A target is near if it is in no context, in the same one, or in the shared kernel. */
  private static boolean isNear(Layout layout, Optional<String> origin, Optional<String> target) {
    return target.isEmpty() || target.equals(origin) || isShared(layout, target);
  }

  private static boolean isShared(Layout layout, Optional<String> context) {
    return context.filter(layout.sharedKernel()::equals).isPresent();
  }

  private static boolean isMeetingPoint(Layout layout, JavaClass target) {
    return layout.isDomain(target)
        && (Stereotypes.isId(target) || EventRules.isFamilyMember(layout, target));
  }

  private static boolean isTranslator(JavaClass type) {
    return outermost(type).getSimpleName().endsWith("Translator");
  }

  /**
   * Whether a type is a driving port of a context, or what one hands over: in a signature, as a
   * component of a record that is handed over, or as a member of a family that is.
   */
  private static boolean isSpokenOf(Layout layout, Optional<String> context, JavaClass target) {
    return isSpokenOf(layout, context, target, new HashSet<>());
  }

  private static boolean isSpokenOf(
      Layout layout, Optional<String> context, JavaClass target, Set<JavaClass> seen) {
    if (!seen.add(target)) {
      return false;
    }
    if (Stereotypes.isDrivingPort(outermost(target))) {
      return true;
    }
    return target.getDirectDependenciesToSelf().stream()
            .map(Dependency::getOriginClass)
            .distinct()
            .anyMatch(
                origin ->
                    isPortOf(layout, context, outermost(origin))
                        || (hasComponent(origin, target)
                            && isSpokenOf(layout, context, origin, seen)))
        || families(target).anyMatch(family -> isSpokenOf(layout, context, family, seen));
  }

  private static boolean isPortOf(Layout layout, Optional<String> context, JavaClass type) {
    return Stereotypes.isDrivingPort(type) && layout.applicationContextOf(type).equals(context);
  }

  private static boolean hasComponent(JavaClass origin, JavaClass target) {
    return origin.isRecord()
        && Shapes.stateOf(origin)
            .anyMatch(field -> Shapes.involvedIn(field.getType()).contains(target));
  }

  /** The sealed types that a type belongs to, by implementing them or by standing in them. */
  private static Stream<JavaClass> families(JavaClass target) {
    return Stream.concat(target.getAllRawInterfaces().stream(), target.getEnclosingClass().stream())
        .filter(JavaClass::isSealed)
        .filter(family -> !Stereotypes.isDrivingPort(family));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ContextRules::outermost).orElse(type);
  }
}
