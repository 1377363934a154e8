package dev.hexwing.architecture;

import static dev.hexwing.architecture.Judge.classes;

import dev.hexwing.architecture.classfile.ClassInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;

/** STY: plain names, null-safety, and the habits that make code testable. */
final class StyleRules {

  private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

  private static final List<String> EMPTY_SUFFIXES =
      List.of("Impl", "Util", "Utils", "Helper", "Manager", "VO", "Dto", "DTO", "Entity");

  private static final Set<String> INJECTING =
      Set.of("Autowired", "EJB", "Inject", "PersistenceContext", "PersistenceUnit", "Resource");

  private static final Set<String> GENERIC_EXCEPTIONS =
      Set.of(
          "java.lang.Throwable",
          "java.lang.Exception",
          "java.lang.RuntimeException",
          "java.lang.Error");

  private StyleRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        Rule.of("STY-01", layout, StyleRules::packagesAreNullMarked),
        Rule.of("STY-02", layout, namesArePlain()),
        Rule.of(
            "STY-03",
            layout,
            PurityRules.forbidden(
                TypeSet.of(),
                MemberSet.of(
                    "java.lang.System#out",
                    "java.lang.System#err",
                    "java.lang.Throwable#printStackTrace",
                    "java.lang.Thread#dumpStack"),
                StyleRules::isSilent)),
        Rule.of(
            "STY-04",
            layout,
            PurityRules.forbidden(
                TypeSet.of(),
                MemberSet.of("java.lang.Thread#sleep", "java.util.concurrent.TimeUnit#sleep"),
                StyleRules::isSilent)),
        Rule.of(
            "STY-05",
            layout,
            PurityRules.forbidden(
                TypeSet.of("java.util.logging.."), MemberSet.of(), StyleRules::isSilent)),
        Rule.of("STY-06", layout, noFieldInjection()),
        Rule.of("STY-07", layout, noGenericExceptions()),
        Rule.of("STY-08", layout, interruptsAreRestored()),
        Rule.of("STY-09", layout, drivingPortsAreOneVerb()));
  }

  /** What must keep still; in the domain the rules of purity say so already. */
  private static boolean isSilent(CodeBase code, ClassInfo type) {
    Role role = code.roleOf(type).role();
    return Concerns.isPublished(role) && role != Role.TOOL && !role.isDomain();
  }

  private static void packagesAreNullMarked(CodeBase code, Verdict verdict) {
    Map<String, ClassInfo> packages = new TreeMap<>();
    for (ClassInfo one : code.classes()) {
      if (HexagonRules.isPublished(code, one)) {
        packages.putIfAbsent(one.packageName(), one);
      }
    }
    packages.forEach(
        (name, example) -> {
          verdict.judge();
          ClassInfo info = code.packageInfos().get(name);
          if (info == null || !info.isAnnotatedWith(NULL_MARKED::equals)) {
            String file = name.replace('.', '/') + "/package-info.java";
            verdict.add(
                new Finding(
                    "STY-01",
                    Severity.ERROR,
                    "package " + name,
                    "",
                    "is not @NullMarked in its package-info",
                    1,
                    new SourcePlace(file, 1)));
          }
        });
    verdict.targets(verdict.judged());
  }

  private static Judge namesArePlain() {
    return classes(
        HexagonRules::isPublished,
        (code, type, verdict) -> {
          String name = type.simpleName();
          EMPTY_SUFFIXES.stream()
              .filter(name::endsWith)
              .forEach(suffix -> verdict.found(type, "is named ..." + suffix));
          if (type.isInterface() && name.matches("I\\p{Lu}\\p{Ll}.*")) {
            verdict.found(type, "is named I...");
          }
        });
  }

  private static Judge noFieldInjection() {
    return classes(
        HexagonRules::isPublished,
        (code, type, verdict) ->
            type.fields().stream()
                .filter(
                    field ->
                        field.annotations().stream()
                            .anyMatch(one -> INJECTING.contains(one.simpleName())))
                .forEach(field -> verdict.found(type, "field " + field.name(), "is injected")));
  }

  private static Judge noGenericExceptions() {
    return classes(
        HexagonRules::isPublished,
        (code, type, verdict) ->
            type.accesses().stream()
                .filter(call -> call.name().equals("<init>") && !call.toSuper())
                .filter(call -> GENERIC_EXCEPTIONS.contains(call.owner()))
                .forEach(
                    call ->
                        verdict.found(
                            type,
                            call.owner(),
                            "makes a " + call.owner(),
                            call.count(),
                            call.line())));
  }

  private static Judge interruptsAreRestored() {
    return classes(
        HexagonRules::isPublished,
        (code, type, verdict) ->
            type.methods().stream()
                .filter(method -> method.swallowsInterrupt() > 0)
                .forEach(
                    method ->
                        verdict.found(
                            type,
                            PurityRules.label(method),
                            "swallows an interrupt",
                            1,
                            method.swallowsInterrupt())));
  }

  private static Judge drivingPortsAreOneVerb() {
    return classes(
        (code, type) ->
            code.roleOf(type).role() == Role.DRIVING_PORT
                && type.enclosing().isEmpty()
                && type.isInterface()
                && !type.isSealed()
                && !type.isAnnotation(),
        (code, type, verdict) -> {
          long methods = abstractMethods(code, type);
          if (methods != 1) {
            verdict.found(type, "is a driving port with " + methods + " abstract methods");
          }
        });
  }

  /** Its own and those that it inherits, as far as they were read. */
  private static long abstractMethods(CodeBase code, ClassInfo type) {
    return code.supertypesOf(type.name()).stream()
        .map(code::find)
        .filter(Objects::nonNull)
        .flatMap(ClassInfo::ownMethods)
        .filter(method -> method.has(Opcodes.ACC_ABSTRACT))
        .map(method -> method.name() + method.parameters())
        .distinct()
        .count();
  }
}
