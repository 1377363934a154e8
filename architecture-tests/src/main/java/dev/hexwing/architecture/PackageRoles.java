package dev.hexwing.architecture;

import dev.hexwing.architecture.LayoutEntries.OfContext;
import dev.hexwing.architecture.LayoutEntries.OfRole;
import dev.hexwing.architecture.RoleAssignment.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a layout says of packages; the entries that say most count. On one thread. */
final class PackageRoles {

  private final Layout layout;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Told>> known = new HashMap<>();
  private final List<ContextEntry> contextEntries = new ArrayList<>();
  private final Map<String, List<ContextFinder.Told>> contexts = new HashMap<>();

  PackageRoles(Layout layout) {
    this.layout = layout;
    for (OfRole one : layout.roles()) {
      if (one.matcher().kind() == Matcher.Kind.PACKAGES) {
        entries.add(new Entry(one, PackagePattern.of(one.matcher().pattern())));
      }
    }
    for (OfContext one : layout.contexts()) {
      if (one.matcher().kind() == Matcher.Kind.PACKAGES) {
        contextEntries.add(new ContextEntry(one, PackagePattern.of(one.matcher().pattern())));
      }
    }
  }

  private record Entry(OfRole role, PackagePattern pattern) {}

  /** A role, with the adapter and who said so. */
  record Told(Role role, String name, String text) {}

  /** The roles of a package: one, unless entries of like precision differ. */
  List<Told> rolesOf(String packageName) {
    return known.computeIfAbsent(packageName, this::find);
  }

  private List<Told> find(String packageName) {
    int best = 0;
    Map<Role, Told> found = new HashMap<>();
    for (Entry entry : entries) {
      int matched = entry.pattern().matched(packageName);
      int precision = entry.pattern().precision();
      if (matched < 0 || precision < best) {
        continue;
      }
      if (precision > best) {
        best = precision;
        found.clear();
      }
      Role role = entry.role().role();
      String adapter =
          entry.role().adapter().isEmpty() && role.isAdapter()
              ? adapter(packageName, matched)
              : entry.role().adapter();
      found.putIfAbsent(role, new Told(role, adapter, entry.role().matcher().text()));
    }
    return List.copyOf(found.values());
  }

  /** The package of one adapter, below the root: one part more than the pattern names, if any. */
  private String adapter(String packageName, int matched) {
    List<String> parts = PackagePattern.split(packageName);
    int end = Math.min(parts.size(), matched + 1);
    return belowRoot(String.join(".", parts.subList(0, end)));
  }

  /** A package's name without the root's. */
  String belowRoot(String packageName) {
    for (String root : layout.roots()) {
      if (packageName.startsWith(root + ".")) {
        return packageName.substring(root.length() + 1);
      }
    }
    return packageName;
  }

  /** The contexts of a package: at most one, unless entries of like precision differ. */
  List<ContextFinder.Told> contextsOf(String packageName) {
    return contexts.computeIfAbsent(packageName, this::findContexts);
  }

  private List<ContextFinder.Told> findContexts(String packageName) {
    Map<String, ContextFinder.Told> found = new LinkedHashMap<>();
    int best = 0;
    for (ContextEntry entry : contextEntries) {
      int matched = entry.pattern().matched(packageName);
      int precision = entry.pattern().precision();
      String name = entry.nameIn(packageName, matched);
      if (matched < 0 || precision < best || name.isEmpty() || layout.noContexts().contains(name)) {
        continue;
      }
      if (precision > best) {
        best = precision;
        found.clear();
      }
      found.putIfAbsent(name, new ContextFinder.Told(name, Source.LAYOUT, entry.text()));
    }
    return List.copyOf(found.values());
  }

  private record ContextEntry(OfContext context, PackagePattern pattern) {

    /** Its own name, or the part of a package after the pattern. */
    String nameIn(String packageName, int matched) {
      if (!context.name().isEmpty() || matched < 0) {
        return context.name();
      }
      List<String> parts = PackagePattern.split(packageName);
      return parts.size() <= matched ? "" : parts.get(matched);
    }

    String text() {
      return "contexts " + context.matcher().pattern() + " (" + context.matcher().where() + ")";
    }
  }
}
