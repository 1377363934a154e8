package dev.hexwing.architecture;

import static dev.hexwing.architecture.Check.dependencies;
import static dev.hexwing.architecture.Check.subjects;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
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

  /** Whether a type is a driving port of a context, or stands in the signature of one. */
  private static boolean isSpokenOf(Layout layout, Optional<String> context, JavaClass target) {
    return Stream.concat(
            Stream.concat(enclosing(target), Stream.of(target)),
            target.getAllRawInterfaces().stream().filter(layout::isOurs))
        .anyMatch(
            type ->
                Stereotypes.isDrivingPort(type)
                    || type.getDirectDependenciesToSelf().stream()
                        .map(dependency -> dependency.getOriginClass())
                        .filter(Stereotypes::isDrivingPort)
                        .anyMatch(port -> layout.applicationContextOf(port).equals(context)));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ContextRules::outermost).orElse(type);
  }

  private static Stream<JavaClass> enclosing(JavaClass type) {
    return type.getEnclosingClass().stream()
        .flatMap(outer -> Stream.concat(Stream.of(outer), enclosing(outer)));
  }
}
