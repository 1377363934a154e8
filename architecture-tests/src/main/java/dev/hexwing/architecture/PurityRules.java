package dev.hexwing.architecture;

import static dev.hexwing.architecture.HexagonRules.APPLICATION;
import static dev.hexwing.architecture.HexagonRules.DOMAIN;
import static dev.hexwing.architecture.Judge.classes;
import static dev.hexwing.architecture.Judge.libraries;

import dev.hexwing.architecture.classfile.MethodInfo;
import dev.hexwing.architecture.classfile.Names;
import dev.hexwing.architecture.classfile.Reference;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** PUR: the domain computes, and does nothing else. */
final class PurityRules {

  private static final Forbidden CLOCK =
      new Forbidden(
          TypeSet.of("java.time.Clock", "java.time.InstantSource", "java.util.Calendar"),
          MemberSet.of(
              "java.time..#now",
              "java.lang.System#currentTimeMillis",
              "java.lang.System#nanoTime",
              "java.util.Date#<init>()",
              "java.util.GregorianCalendar#<init>"));

  private static final Forbidden RANDOMNESS =
      new Forbidden(
          TypeSet.of(
              "java.util.Random",
              "java.util.SplittableRandom",
              "java.util.random..",
              "java.util.concurrent.ThreadLocalRandom",
              "java.security.SecureRandom"),
          MemberSet.of(
              "java.util.UUID#randomUUID",
              "java.lang.Math#random",
              "java.lang.StrictMath#random",
              "java.util.Collections#shuffle",
              "io.vavr.collection..#shuffle",
              "java.lang.System#identityHashCode"));

  private static final Forbidden IO =
      new Forbidden(
          TypeSet.of(
              "java.io..",
              "java.nio.file..",
              "java.nio.channels..",
              "java.net..",
              "java.sql..",
              "javax.sql..",
              "java.util.Scanner",
              "java.util.ResourceBundle",
              "java.util.ServiceLoader",
              "java.util.jar..",
              "java.util.zip.."),
          MemberSet.of(
              "java.lang.System#in",
              "java.lang.System#console",
              "java.lang.Class#getResource",
              "java.lang.Class#getResourceAsStream"));

  private static final Forbidden THREADS =
      new Forbidden(
          TypeSet.of(
              "java.lang.Thread",
              "java.lang.ThreadGroup",
              "java.lang.ThreadLocal",
              "java.lang.InheritableThreadLocal",
              "java.lang.ScopedValue",
              "java.util.concurrent..",
              "java.util.Timer",
              "java.util.TimerTask",
              "io.vavr.concurrent.."),
          MemberSet.of(
              "java.lang..#wait",
              "java.lang..#notify",
              "java.lang..#notifyAll",
              "java.util..#parallelStream",
              "java.util.stream..#parallel",
              "io.vavr..#toJavaParallelStream"));

  private static final Forbidden ENVIRONMENT =
      new Forbidden(
          TypeSet.of(
              "java.lang.Runtime",
              "java.lang.Process",
              "java.lang.ProcessBuilder",
              "java.lang.ProcessHandle",
              "java.util.prefs.."),
          MemberSet.of(
              "java.lang.System#getenv",
              "java.lang.System#getProperty",
              "java.lang.System#getProperties",
              "java.lang.System#setProperty",
              "java.lang.System#lineSeparator",
              "java.lang.System#exit",
              "java.lang.Integer#getInteger",
              "java.lang.Long#getLong",
              "java.lang.Boolean#getBoolean",
              "java.util.Locale#getDefault",
              "java.util.TimeZone#getDefault",
              "java.time.ZoneId#systemDefault",
              "java.nio.charset.Charset#defaultCharset",
              "java.lang.String#format(java.lang.String,java.lang.Object[])",
              "java.lang.String#formatted",
              "java.lang.String#toLowerCase()",
              "java.lang.String#toUpperCase()",
              "java.lang.String#getBytes()",
              "java.lang.String#<init>(byte[])"));

  private static final Forbidden LOGGING =
      new Forbidden(
          TypeSet.of(
              "org.slf4j..",
              "java.util.logging..",
              "java.lang.System$Logger",
              "java.lang.System$LoggerFinder",
              "org.apache.logging.log4j..",
              "org.apache.log4j..",
              "org.apache.commons.logging..",
              "ch.qos.logback.."),
          MemberSet.of(
              "java.lang.System#out",
              "java.lang.System#err",
              "java.lang.System#getLogger",
              "java.lang.Throwable#printStackTrace"));

  private static final Set<String> CONSOLE = Set.of("java.lang.System.out", "java.lang.System.err");

  private static final Forbidden REFLECTION =
      new Forbidden(
          TypeSet.of("java.lang.reflect..", "java.lang.ClassLoader", "java.lang.invoke.VarHandle"),
          MemberSet.of(
              "java.lang.Class#forName",
              "java.lang.Class#getDeclaredField",
              "java.lang.Class#getDeclaredFields",
              "java.lang.Class#getDeclaredMethod",
              "java.lang.Class#getDeclaredMethods",
              "java.lang.Class#getDeclaredConstructor",
              "java.lang.Class#getDeclaredConstructors"));

  private static final List<Forbidden> ALL =
      List.of(CLOCK, RANDOMNESS, IO, THREADS, ENVIRONMENT, LOGGING, REFLECTION);

  // Say something of a class and bring nothing along.
  private static final Set<String> MARKS = Set.of(Suppressions.ANNOTATION, "Generated");

  private PurityRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        Rule.of("PUR-01", layout, forbid(CLOCK)),
        Rule.of("PUR-02", layout, forbid(RANDOMNESS)),
        Rule.of("PUR-03", layout, noIo()),
        Rule.of("PUR-04", layout, noThreads()),
        Rule.of("PUR-05", layout, forbid(ENVIRONMENT)),
        Rule.of("PUR-06", layout, forbid(LOGGING)),
        Rule.of("PUR-07", layout, forbid(REFLECTION)),
        Rule.of("PUR-08", layout, domainUsesFewLibraries()),
        Rule.of("PUR-09", layout, applicationUsesFewLibraries()));
  }

  private static Judge forbid(Forbidden forbidden) {
    return classes(DOMAIN, forbidden::in);
  }

  /** Who prints is told so once, by the rule on printing. */
  private static Judge noIo() {
    return classes(
        DOMAIN,
        (code, type, verdict) -> {
          boolean prints = type.accesses().stream().anyMatch(one -> CONSOLE.contains(one.text()));
          IO.in(code, type, verdict, target -> prints && target.equals("java.io.PrintStream"));
        });
  }

  private static Judge noThreads() {
    return classes(
        DOMAIN,
        (code, type, verdict) -> {
          THREADS.in(code, type, verdict);
          type.methods().stream()
              .filter(method -> method.has(Opcodes.ACC_SYNCHRONIZED))
              .forEach(method -> verdict.found(type, label(method), "is synchronized"));
        });
  }

  static String label(MethodInfo method) {
    return "method " + method.name();
  }

  private static Judge domainUsesFewLibraries() {
    return libraries(
        DOMAIN,
        (code, origin, to) ->
            isOurBusiness(code, to)
                || code.layout().domainMayUse().contains(to.target())
                || ALL.stream().anyMatch(one -> one.types().contains(to.target())));
  }

  private static Judge applicationUsesFewLibraries() {
    return libraries(
        APPLICATION,
        (code, origin, to) ->
            isOurBusiness(code, to) || code.layout().applicationMayUse().contains(to.target()));
  }

  /** What other rules judge, or nobody. */
  private static boolean isOurBusiness(CodeBase code, Reference to) {
    return code.isOurs(to.target())
        || Defaults.TEST_LIBRARIES.contains(to.target())
        || MARKS.contains(Names.simpleNameOf(to.target()));
  }

  static Judge forbidden(TypeSet types, MemberSet members, Judge.Subjects subjects) {
    Forbidden forbidden = new Forbidden(types, members);
    return classes(subjects, forbidden::in);
  }
}
