package dev.hexwing.architecture;

import static dev.hexwing.architecture.Check.subjects;
import static dev.hexwing.architecture.Check.that;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;

/** PUR: the domain computes, and does nothing else. */
final class PurityRules {

  private PurityRules() {}

  static List<Rule> of(Layout layout) {
    return List.of(
        noClock(layout),
        noRandomness(layout),
        noIo(layout),
        noThreads(layout),
        noEnvironment(layout),
        noLogging(layout),
        noReflection(layout));
  }

  static Rule noClock(Layout layout) {
    return forbid(
        layout,
        "PUR-01",
        "do not ask for the time",
        TypeSet.of(
            "java.time.Clock", "java.time.InstantSource", "java.util.Calendar", "java.sql.."),
        MemberSet.of(
            "java.time..#now",
            "java.lang.System#currentTimeMillis",
            "java.lang.System#nanoTime",
            "java.util.Date#<init>()",
            "java.util.GregorianCalendar#<init>"),
        "moments are handed in, so that yesterday can be replayed");
  }

  static Rule noRandomness(Layout layout) {
    return forbid(
        layout,
        "PUR-02",
        "do not throw dice",
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
            "java.lang.System#identityHashCode"),
        "ids are handed in, so that the same command gives the same events");
  }

  static Rule noIo(Layout layout) {
    return forbid(
        layout,
        "PUR-03",
        "do not read or write anything",
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
            "java.lang.Class#getResourceAsStream"),
        "outages belong to adapters, and a rule must not fail for one");
  }

  static Rule noThreads(Layout layout) {
    TypeSet types =
        TypeSet.of(
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ThreadLocal",
            "java.lang.InheritableThreadLocal",
            "java.lang.ScopedValue",
            "java.util.concurrent..",
            "java.util.Timer",
            "java.util.TimerTask",
            "io.vavr.concurrent..");
    MemberSet members =
        MemberSet.of(
            "java.lang..#wait",
            "java.lang..#notify",
            "java.lang..#notifyAll",
            "java.util..#parallelStream",
            "java.util.stream..#parallel",
            "io.vavr..#toJavaParallelStream");
    Forbidden forbidden = new Forbidden(types, members);
    return Rule.of(
        "PUR-04",
        subjects("domain classes", layout::isDomain),
        that(
            "do not start, lock or wait for threads",
            (type, violations) -> {
              forbidden.in(type).forEach(violations);
              type.getMethods().stream()
                  .filter(method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED))
                  .map(method -> method.getDescription() + " is synchronized")
                  .map(text -> text + " in " + type.getSourceCodeLocation())
                  .forEach(violations);
            }),
        "an aggregate belongs to one transaction and one thread");
  }

  static Rule noEnvironment(Layout layout) {
    return forbid(
        layout,
        "PUR-05",
        "do not look at the machine that they run on",
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
            "java.lang.String#format(java.lang.String,[Ljava.lang.Object;)",
            "java.lang.String#formatted",
            "java.lang.String#toLowerCase()",
            "java.lang.String#toUpperCase()",
            "java.lang.String#getBytes()",
            "java.lang.String#<init>([B)"),
        "one command gives one answer on every machine, whatever its locale or settings");
  }

  static Rule noLogging(Layout layout) {
    return forbid(
        layout,
        "PUR-06",
        "do not log or print",
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
            "java.lang.Throwable#printStackTrace"),
        "what happened is an event, and what was refused is a value");
  }

  static Rule noReflection(Layout layout) {
    return forbid(
        layout,
        "PUR-07",
        "do not look into classes at run time",
        TypeSet.of("java.lang.reflect..", "java.lang.ClassLoader", "java.lang.invoke.VarHandle"),
        MemberSet.of(
            "java.lang.Class#forName",
            "java.lang.Class#getDeclaredField",
            "java.lang.Class#getDeclaredFields",
            "java.lang.Class#getDeclaredMethod",
            "java.lang.Class#getDeclaredMethods",
            "java.lang.Class#getDeclaredConstructor",
            "java.lang.Class#getDeclaredConstructors"),
        "the compiler must see every way into an aggregate");
  }

  private static Rule forbid(
      Layout layout, String id, String statement, TypeSet types, MemberSet members, String reason) {
    Forbidden forbidden = new Forbidden(types, members);
    return Rule.of(
        id,
        subjects("domain classes", layout::isDomain),
        that(statement, (type, violations) -> forbidden.in(type).forEach(violations)),
        reason);
  }
}
