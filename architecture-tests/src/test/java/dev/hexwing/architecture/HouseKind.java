package dev.hexwing.architecture;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
          "root", "com.shop.application",
          "testkit", "com.shop.application.testkit"),
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

  /** The layout: the preset, the assembly, and every rule of the book on. */
  Layout layout() {
    StringBuilder whole = new StringBuilder(yaml);
    whole.append("refusal-type: ").append(in("{kernel}")).append(".DomainError\n");
    whole.append("metadata-type: ").append(in("{kernel}")).append(".EventMetadata\n");
    whole.append("roles:\n  ignored: com.shop.misc..\n");
    if (this != HEXWING) {
      whole.append("  example: com.shop.examples..\n  testkit: com.shop.testkit..\n");
      whole.append("  composition-root: {types: com.shop.Assembly}\n");
    }
    if (this == ONION) {
      whole.append("  driving-adapter: com.shop.infrastructure.web..\n");
      whole.append("  driven-adapter: [com.shop.infrastructure.store.., ");
      whole.append("com.shop.infrastructure.mail..]\n");
    }
    whole.append("rules:\n");
    RuleBook.descriptions().forEach(one -> whole.append("  ").append(one.id()).append(": on\n"));
    return Layout.parse(whole.toString(), name());
  }

  private @Nullable String packageOf(String key) {
    return switch (key) {
      case "misc" -> "com.shop.misc";
      case "examples" -> "com.shop.examples";
      case "testkit" -> this == HEXWING ? "com.shop.application.testkit" : "com.shop.testkit";
      default -> packages.get(key);
    };
  }

  /** A text with this house's packages. */
  String in(String text) {
    Matcher matcher = PLACE.matcher(text);
    StringBuilder done = new StringBuilder();
    while (matcher.find()) {
      String key = matcher.group(1);
      String pattern = packageOf(key);
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
