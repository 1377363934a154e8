package dev.hexwing.architecture;

/** What rooms may use when a layout says nothing else. */
final class Defaults {

  /** Values and collections of the JDK, stereotypes, {@code Either}, null-safety. */
  static final TypeSet DOMAIN_MAY_USE =
      TypeSet.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.runtime",
          "java.math",
          "java.io.Serializable",
          "java.nio.charset",
          "java.security.MessageDigest",
          "java.security.NoSuchAlgorithmException",
          "java.time",
          "java.time.chrono",
          "java.time.format",
          "java.time.temporal",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "org.jmolecules..",
          "io.vavr..",
          "org.jspecify..");

  /** More of the JDK, but nothing that reaches out of the process; bean checks; the log facade. */
  static final TypeSet APPLICATION_MAY_USE =
      DOMAIN_MAY_USE.and(
          "java.security..",
          "javax.crypto..",
          "java.util.concurrent..",
          "java.util.random",
          "jakarta.validation..",
          "org.slf4j..");

  /** Libraries that have no place in code that runs in production. */
  static final TypeSet TEST_LIBRARIES =
      TypeSet.of(
          "org.junit..",
          "org.opentest4j..",
          "net.jqwik..",
          "org.assertj..",
          "org.hamcrest..",
          "org.mockito..",
          "io.zonky.test..",
          "org.testcontainers..",
          "org.openjdk.jmh..");

  private Defaults() {}
}
