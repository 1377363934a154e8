package dev.hexwing.architecture;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One application, laid out in one of the usual ways. */
@SuppressWarnings("ImmutableEnumChecker") // Map.of makes maps that nobody can change.
enum HouseKind {
  HEXWING(
      """
      preset: hexwing
      root: com.shop
      adapters: [rest, persistence, messaging]
      assemblies: [Assembly]
      only-translators: true
      """,
      Map.of(
          "domain", "com.shop.domain.#",
          "application", "com.shop.application.#",
          "in", "com.shop.application.#",
          "out", "com.shop.application.#",
          "kernel", "com.shop.domain.shared",
          "web", "com.shop.rest.in",
          "store", "com.shop.persistence.out",
          "mail", "com.shop.messaging",
          "root", "com.shop.application"),
      false),
  PORTS_AND_ADAPTERS(
      """
      preset: ports-and-adapters
      root: com.shop
      contexts:
        ordering: com.shop.ordering..
        payments: com.shop.payments..
      """,
      Map.of(
          "domain", "com.shop.#.domain",
          "application", "com.shop.#.application",
          "in", "com.shop.#.application.port.in",
          "out", "com.shop.#.application.port.out",
          "kernel", "com.shop.shared.domain",
          "web", "com.shop.ordering.adapter.in.web",
          "store", "com.shop.ordering.adapter.out.store",
          "mail", "com.shop.ordering.adapter.out.mail",
          "root", "com.shop"),
      true),
  ONION(
      """
      preset: onion
      root: com.shop
      contexts: [com.shop.domain, com.shop.application]
      """,
      Map.of(
          "domain", "com.shop.domain.#",
          "application", "com.shop.application.#",
          "in", "com.shop.application.#.in",
          "out", "com.shop.application.#.out",
          "kernel", "com.shop.domain.shared",
          "web", "com.shop.infrastructure.web",
          "store", "com.shop.infrastructure.store",
          "mail", "com.shop.infrastructure.mail",
          "root", "com.shop"),
      false),
  LAYERED(
      """
      preset: layered-ddd
      root: com.shop
      contexts:
        ordering: com.shop.ordering..
        payments: com.shop.payments..
      """,
      Map.of(
          "domain", "com.shop.#.domain",
          "application", "com.shop.#.application",
          "in", "com.shop.#.application.in",
          "out", "com.shop.#.application.out",
          "kernel", "com.shop.shared.domain",
          "web", "com.shop.ordering.interfaces.web",
          "store", "com.shop.ordering.infrastructure.store",
          "mail", "com.shop.ordering.infrastructure.mail",
          "root", "com.shop"),
      false);

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?: (\\w+))?}");

  private final String yaml;
  private final Map<String, String> packages;
  private final boolean portsByPackage;

  HouseKind(String yaml, Map<String, String> packages, boolean portsByPackage) {
    this.yaml = yaml;
    this.packages = packages;
    this.portsByPackage = portsByPackage;
  }

  /** The layout: the preset, the assembly, and what this application has nothing of. */
  Layout layout() {
    String web = this == ONION ? "  driving-adapter: com.shop.infrastructure.web..\n" : "";
    String rest =
        this == ONION
            ? "  driven-adapter: [com.shop.infrastructure.store..,"
                + " com.shop.infrastructure.mail..]\n"
            : "";
    String roles =
        "roles:\n  ignored: com.shop.misc..\n"
            + web
            + rest
            + (this == HEXWING ? "" : "  composition-root: {types: com.shop.Assembly}\n");
    String off =
        this == HEXWING
            ? """
            rules:
              HEX-05: {off: none}
              HEX-06: {off: none}
              DDD-02: {off: none}
              DDD-08: {off: none}
              DDD-10: {off: none}
              DDD-12: {off: none}
              STY-01: {off: none}
              STY-02: {off: none}
              STY-03: {off: none}
              STY-04: {off: none}
              STY-05: {off: none}
              STY-06: {off: none}
              STY-07: {off: none}
              STY-08: {off: none}
              STY-09: {off: none}
            """
            : "";
    return Layout.parse(yaml + roles + off, name());
  }

  /** A text with this house's packages. */
  String in(String text) {
    Matcher matcher = PLACE.matcher(text);
    StringBuilder done = new StringBuilder();
    while (matcher.find()) {
      String key = matcher.group(1);
      String pattern = key.equals("misc") ? "com.shop.misc" : packages.get(key);
      String context = matcher.group(2) == null ? "" : matcher.group(2);
      String found = pattern == null ? matcher.group() : pattern.replace("#", context);
      matcher.appendReplacement(done, Matcher.quoteReplacement(found));
    }
    matcher.appendTail(done);
    String java = done.toString();
    return portsByPackage
        ? java.replaceAll("@org.jmolecules.architecture.hexagonal.\\w+\\n", "")
        : java;
  }
}
