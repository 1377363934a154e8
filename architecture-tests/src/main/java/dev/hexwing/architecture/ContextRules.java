package dev.hexwing.architecture;

import static dev.hexwing.architecture.HexagonRules.isOfApplication;
import static dev.hexwing.architecture.HexagonRules.isOfDomain;
import static dev.hexwing.architecture.Judge.references;

import dev.hexwing.architecture.classfile.ClassInfo;
import java.util.List;

/** CTX: contexts meet by id and events alone; a translator stands where they must say more. */
final class ContextRules {

  private ContextRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        Rule.of("CTX-01", layout, domainContextsMeetByIdAndEvents()),
        Rule.of("CTX-02", layout, sharedKernelKnowsNoContext()),
        Rule.of("CTX-03", layout, applicationMeetsOtherDomains()),
        Rule.of("CTX-04", layout, applicationContextsMeetByTranslators()),
        Rule.of("CTX-05", layout, Cycles::judge));
  }

  private static boolean isDomainOfContext(CodeBase code, ClassInfo type) {
    return isOfDomain(code, type.name()) && isInContext(code, type.name());
  }

  private static boolean isApplicationOfContext(CodeBase code, ClassInfo type) {
    return isOfApplication(code, type.name()) && isInContext(code, type.name());
  }

  private static boolean isOfKernel(CodeBase code, ClassInfo type) {
    return code.roleOf(type).role() == Role.SHARED_KERNEL;
  }

  private static Judge domainContextsMeetByIdAndEvents() {
    return references(
        ContextRules::isDomainOfContext,
        ContextRules::isDomainOfContext,
        (code, origin, to) ->
            !isOfDomain(code, to.target())
                || isNear(code, origin, to.target())
                || isMeetingPoint(code, to.target()));
  }

  private static Judge sharedKernelKnowsNoContext() {
    return references(
        ContextRules::isOfKernel,
        ContextRules::isDomainOfContext,
        (code, origin, to) -> !isOfDomain(code, to.target()) || !isInContext(code, to.target()));
  }

  private static Judge applicationMeetsOtherDomains() {
    return references(
        ContextRules::isApplicationOfContext,
        ContextRules::isDomainOfContext,
        (code, origin, to) ->
            !isOfDomain(code, to.target())
                || isNear(code, origin, to.target())
                || isMeetingPoint(code, to.target())
                || isTranslated(code, origin, to.target()));
  }

  private static Judge applicationContextsMeetByTranslators() {
    return references(
        ContextRules::isApplicationOfContext,
        ContextRules::isApplicationOfContext,
        (code, origin, to) ->
            !isOfApplication(code, to.target())
                || isNear(code, origin, to.target())
                || isTranslated(code, origin, to.target()));
  }

  /** Whether a class is in a context, the shared kernel not counted. */
  static boolean isInContext(CodeBase code, String name) {
    String context = code.roleOf(name).context();
    return !context.isEmpty() && !isShared(code, name);
  }

  private static boolean isShared(CodeBase code, String name) {
    RoleAssignment told = code.roleOf(name);
    return told.role() == Role.SHARED_KERNEL || told.context().equals(code.layout().sharedKernel());
  }

  /** A target is near if it is in no context, in the same one, or in the shared kernel. */
  private static boolean isNear(CodeBase code, ClassInfo origin, String target) {
    return !isInContext(code, target)
        || code.roleOf(target).context().equals(code.roleOf(origin).context());
  }

  /** What a context shows of itself: ids and events. */
  static boolean isMeetingPoint(CodeBase code, String target) {
    ClassInfo info = code.find(target);
    boolean concrete = info != null && !info.isInterface();
    boolean event =
        code.is(target, Block.DOMAIN_EVENT)
            && (concrete || EventRules.isFamilyMember(code, target));
    return AggregateRules.isId(code, target) || event;
  }

  private static boolean isTranslated(CodeBase code, ClassInfo origin, String target) {
    boolean mayAsk = isTranslator(code, origin.name()) || !code.layout().onlyTranslatorsAsk();
    return mayAsk && code.speech().speaksOf(code.roleOf(target).context(), target);
  }

  static boolean isTranslator(CodeBase code, String name) {
    return code.is(code.outermost(name), Block.TRANSLATOR);
  }
}
