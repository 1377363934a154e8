package dev.hexwing.architecture;

import static dev.hexwing.architecture.Check.about;
import static dev.hexwing.architecture.Check.subjects;
import static dev.hexwing.architecture.Check.that;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import java.util.List;
import java.util.Set;

/** STY: plain names, null-safety, and the habits that make code testable. */
final class StyleRules {

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
        packagesAreNullMarked(layout),
        namesArePlain(layout),
        noConsole(layout),
        noSleep(layout),
        noJavaUtilLogging(layout),
        noFieldInjection(layout),
        noGenericExceptions(layout),
        interruptsAreRestored(layout));
  }

  static Rule packagesAreNullMarked(Layout layout) {
    return Rule.ofPackages(
        "STY-01",
        subjects("published classes", layout::isPublished),
        "packages of published classes",
        "are @NullMarked in their package-info",
        found ->
            found
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .isPresent(),
        "the compiler checks absence only where it is told to");
  }

  static Rule namesArePlain(Layout layout) {
    return Rule.of(
        "STY-02",
        subjects("published classes", layout::isPublished),
        that(
            "have names without empty suffixes or an I before them",
            (type, violations) -> {
              String name = type.getSimpleName();
              EMPTY_SUFFIXES.stream()
                  .filter(name::endsWith)
                  .forEach(suffix -> violations.accept(about(type, "is named ..." + suffix)));
              if (type.isInterface() && name.matches("I\\p{Lu}\\p{Ll}.*")) {
                violations.accept(about(type, "is named I..."));
              }
            }),
        "a name says what a thing is in the words of the business");
  }

  static Rule noConsole(Layout layout) {
    return forbid(
        layout,
        "STY-03",
        "do not write to the console",
        TypeSet.of(),
        MemberSet.of(
            "java.lang.System#out",
            "java.lang.System#err",
            "java.lang.Throwable#printStackTrace",
            "java.lang.Thread#dumpStack"),
        "the console belongs to programs");
  }

  static Rule noSleep(Layout layout) {
    return forbid(
        layout,
        "STY-04",
        "do not sleep",
        TypeSet.of(),
        MemberSet.of("java.lang.Thread#sleep", "java.util.concurrent.TimeUnit#sleep"),
        "a sleeping thread cannot be told to stop in order");
  }

  static Rule noJavaUtilLogging(Layout layout) {
    return forbid(
        layout,
        "STY-05",
        "do not use java.util.logging",
        TypeSet.of("java.util.logging.."),
        MemberSet.of(),
        "users choose one back end behind one log facade");
  }

  static Rule noFieldInjection(Layout layout) {
    return Rule.of(
        "STY-06",
        subjects("published classes", layout::isPublished),
        that(
            "have no injected fields",
            (type, violations) ->
                type.getFields().stream()
                    .filter(
                        field ->
                            field.getAnnotations().stream()
                                .map(one -> one.getRawType().getSimpleName())
                                .anyMatch(INJECTING::contains))
                    .forEach(field -> violations.accept(about(field, "is injected")))),
        "constructors show what a class needs, and work without a container");
  }

  static Rule noGenericExceptions(Layout layout) {
    return Rule.of(
        "STY-07",
        subjects("published classes", layout::isPublished),
        that(
            "make no exceptions that say nothing",
            (type, violations) ->
                type.getConstructorCallsFromSelf().stream()
                    .filter(call -> GENERIC_EXCEPTIONS.contains(call.getTargetOwner().getName()))
                    .filter(call -> !isCallToSuper(call))
                    .forEach(call -> violations.accept(call.getDescription()))),
        "whoever catches them catches every bug with them");
  }

  private static boolean isCallToSuper(JavaConstructorCall call) {
    return call.getOrigin().isConstructor()
        && call.getOriginOwner()
            .getRawSuperclass()
            .filter(call.getTargetOwner()::equals)
            .isPresent();
  }

  static Rule interruptsAreRestored(Layout layout) {
    return Rule.of(
        "STY-08",
        subjects("published classes", layout::isPublished),
        that(
            "restore the flag when they catch an interrupt",
            (type, violations) ->
                type.getTryCatchBlocks().stream()
                    .filter(StyleRules::catchesInterrupt)
                    .filter(block -> !interrupts(block))
                    .forEach(
                        block ->
                            violations.accept(
                                block.getOwner().getDescription()
                                    + " swallows an interrupt in "
                                    + block.getSourceCodeLocation()))),
        "a thread that forgets that it was told to stop never stops");
  }

  private static boolean catchesInterrupt(TryCatchBlock block) {
    return block.getCaughtThrowables().stream()
        .anyMatch(caught -> caught.isEquivalentTo(InterruptedException.class));
  }

  private static boolean interrupts(TryCatchBlock block) {
    return block.getOwner().getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getName().equals("interrupt")
                    && call.getTargetOwner().isAssignableTo(Thread.class));
  }

  private static Rule forbid(
      Layout layout, String id, String statement, TypeSet types, MemberSet members, String reason) {
    Forbidden forbidden = new Forbidden(types, members);
    return Rule.of(
        id,
        subjects(
            "published classes outside programs",
            (JavaClass type) -> layout.isPublished(type) && !layout.isProgram(type)),
        that(statement, (type, violations) -> forbidden.in(type).forEach(violations)),
        reason);
  }
}
