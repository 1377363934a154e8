package dev.hexwing.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads layout files. */
final class LayoutReader {

  private static final List<String> KEYS =
      List.of(
          "preset",
          "root",
          "adapters",
          "supporting",
          "assemblies",
          "programs",
          "shared-kernel",
          "roles",
          "contexts",
          "no-contexts",
          "blocks",
          "allow",
          "event-words",
          "refusal-type",
          "metadata-type",
          "only-translators",
          "rules",
          "suppress");

  private static final String ADAPTER = "adapter";

  private final LayoutBuilder to;
  private final Map<String, YamlTree> top;

  private LayoutReader(YamlTree tree, String name) {
    this.to = new LayoutBuilder(name);
    this.top = tree.map(KEYS);
  }

  static Layout read(String text, String name) {
    LayoutReader reader = new LayoutReader(YamlTree.read(text, name), name);
    reader.read();
    return new Layout(reader.to);
  }

  private void read() {
    find("shared-kernel").ifPresent(one -> to.sharedKernel = one.text());
    find("event-words").ifPresent(one -> to.stateWords.addAll(one.texts()));
    find("supporting").ifPresent(one -> to.noContexts.addAll(one.texts()));
    find("no-contexts").ifPresent(one -> to.noContexts.addAll(one.texts()));
    find("rules").ifPresent(one -> to.settings.putAll(SettingsReader.read(one)));
    find("roles").ifPresent(this::roles);
    find("blocks").ifPresent(this::blocks);
    find("contexts").ifPresent(this::contexts);
    find("allow").ifPresent(this::allow);
    find("suppress").ifPresent(this::suppress);
    preset();
    // What the team says itself counts for more than the preset.
    find("refusal-type").ifPresent(one -> to.refusalType = one.text());
    find("metadata-type").ifPresent(one -> to.metadataType = one.text());
    find("only-translators").ifPresent(one -> to.onlyTranslatorsAsk = isOn(one));
  }

  private Optional<YamlTree> find(String key) {
    return Optional.ofNullable(top.get(key));
  }

  private List<String> texts(String key) {
    return find(key).map(YamlTree::texts).orElse(List.of());
  }

  private void preset() {
    List<String> roots = texts("root");
    roots.forEach(root -> checked(find("root").orElseThrow(), root));
    Optional<YamlTree> told = find("preset");
    if (told.isEmpty()) {
      to.roots.addAll(roots);
      List.of("adapters", "assemblies", "programs").forEach(this::onlyForHexwing);
      return;
    }
    String preset = told.get().text();
    if (!Presets.NAMES.contains(preset)) {
      throw told.get()
          .mistake("no preset '" + preset + "'; known are " + String.join(", ", Presets.NAMES));
    }
    if (roots.isEmpty()) {
      throw told.get().mistake("a preset needs a root: the package of everything");
    }
    if (preset.equals(HouseOfHexwing.NAME)) {
      for (String root : roots) {
        HouseOfHexwing house = new HouseOfHexwing(root);
        house.adapters.addAll(texts("adapters"));
        house.assemblies.addAll(texts("assemblies"));
        house.programs.addAll(texts("programs"));
        house.addTo(to);
      }
    } else {
      List.of("adapters", "assemblies", "programs").forEach(this::onlyForHexwing);
      to.roots.addAll(roots);
      Presets.addTo(to, preset, roots);
    }
  }

  private void onlyForHexwing(String key) {
    find(key)
        .ifPresent(
            one -> {
              throw one.mistake("is known to the preset hexwing only; name roles instead");
            });
  }

  private static void checked(YamlTree at, String pattern) {
    try {
      PackagePattern.of(pattern);
    } catch (IllegalArgumentException e) {
      throw at.mistake(String.valueOf(e.getMessage()));
    }
  }

  private void roles(YamlTree tree) {
    tree.map()
        .forEach(
            (name, value) -> {
              Role role =
                  Arrays.stream(Role.values())
                      .filter(one -> one.text().equals(name))
                      .filter(one -> one != Role.UNASSIGNED && one != Role.AMBIGUOUS)
                      .findFirst()
                      .orElseThrow(() -> value.mistake("no such role; known are " + roleNames()));
              for (YamlTree part : value.list()) {
                String adapter = adapter(part, role);
                matchers(part, List.of(ADAPTER))
                    .forEach(one -> to.roles.add(new LayoutEntries.OfRole(role, one, adapter)));
              }
            });
  }

  /** The adapter that all classes of an entry belong to, if it names one. */
  private static String adapter(YamlTree part, Role role) {
    YamlTree named = part.isMap() ? part.map().get(ADAPTER) : null;
    if (named == null) {
      return "";
    }
    if (!role.isAdapter()) {
      throw named.mistake("only adapters belong to one");
    }
    return named.text();
  }

  private static String roleNames() {
    return String.join(
        ", ",
        Arrays.stream(Role.values())
            .filter(one -> one != Role.UNASSIGNED && one != Role.AMBIGUOUS)
            .map(Role::text)
            .toList());
  }

  private void blocks(YamlTree tree) {
    tree.map()
        .forEach(
            (name, value) -> {
              Block block =
                  Arrays.stream(Block.values())
                      .filter(one -> one.text().equals(name))
                      .findFirst()
                      .orElseThrow(
                          () ->
                              value.mistake(
                                  "no such building block; known are "
                                      + String.join(
                                          ", ",
                                          Arrays.stream(Block.values())
                                              .map(Block::text)
                                              .toList())));
              value.list().stream()
                  .flatMap(part -> matchers(part, List.of()).stream())
                  .forEach(one -> to.blocks.add(new LayoutEntries.OfBlock(block, one, false)));
            });
  }

  /** Texts are packages; a map tells by what classes are named. */
  private static List<Matcher> matchers(YamlTree value, List<String> others) {
    List<Matcher> found = new ArrayList<>();
    if (!value.isMap()) {
      return List.of(matcher(Matcher.Kind.PACKAGES, value));
    }
    List<String> known = new ArrayList<>(others);
    Arrays.stream(Matcher.Kind.values()).map(Matcher.Kind::key).forEach(known::add);
    value
        .map(known)
        .forEach(
            (key, patterns) -> {
              if (others.contains(key)) {
                return;
              }
              Matcher.Kind kind =
                  Arrays.stream(Matcher.Kind.values())
                      .filter(one -> one.key().equals(key))
                      .findFirst()
                      .orElseThrow();
              patterns.list().forEach(one -> found.add(matcher(kind, one)));
            });
    return found;
  }

  private static Matcher matcher(Matcher.Kind kind, YamlTree one) {
    String pattern = one.text();
    if (kind == Matcher.Kind.PACKAGES) {
      checked(one, pattern);
    }
    return new Matcher(kind, pattern, one.where());
  }

  private void contexts(YamlTree tree) {
    if (!tree.isMap()) {
      for (YamlTree one : tree.list()) {
        checked(one, one.text());
        to.context("", below(one.text()), one.where());
      }
      return;
    }
    tree.map()
        .forEach(
            (name, value) -> {
              for (YamlTree one : value.list()) {
                matchers(one, List.of())
                    .forEach(
                        matcher ->
                            to.contexts.add(
                                new LayoutEntries.OfContext(name, withWhatIsBelow(matcher))));
              }
            });
  }

  private static Matcher withWhatIsBelow(Matcher matcher) {
    return matcher.kind() == Matcher.Kind.PACKAGES
        ? Matcher.packages(below(matcher.pattern()), matcher.where())
        : matcher;
  }

  private static String below(String pattern) {
    return pattern.endsWith("..") ? pattern : pattern + "..";
  }

  private void allow(YamlTree tree) {
    tree.map(List.of("domain", "application"))
        .forEach(
            (list, value) -> {
              for (YamlTree one : value.list()) {
                try {
                  TypeSet.of(one.text());
                } catch (IllegalArgumentException e) {
                  throw one.mistake(String.valueOf(e.getMessage()));
                }
                to.allow(list, List.of(one.text()), one.where());
              }
            });
  }

  private static boolean isOn(YamlTree value) {
    return switch (value.text()) {
      case "true", "on" -> true;
      case "false", "off" -> false;
      default -> throw value.mistake("must be true or false");
    };
  }

  private void suppress(YamlTree tree) {
    for (YamlTree one : tree.list()) {
      Map<String, YamlTree> parts = one.map(List.of("rule", "origin", "target", "reason"));
      YamlTree rule = needed(one, parts, "rule");
      if (!RuleTexts.all().containsKey(rule.text())) {
        throw rule.mistake("no such rule");
      }
      YamlTree target = parts.get("target");
      to.accepted.add(
          new LayoutEntries.Accepted(
              rule.text(),
              needed(one, parts, "origin").text(),
              target == null ? "" : target.text(),
              needed(one, parts, "reason").text(),
              one.where()));
    }
  }

  private static YamlTree needed(YamlTree around, Map<String, YamlTree> parts, String key) {
    YamlTree found = parts.get(key);
    if (found == null) {
      throw around.mistake("needs a " + key);
    }
    return found;
  }
}
