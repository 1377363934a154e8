package dev.hexwing.architecture;

import dev.hexwing.architecture.Neighbours.Kind;
import dev.hexwing.architecture.classfile.ClassFiles;
import dev.hexwing.architecture.classfile.ClassInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at classes and proposes a layout; says of each guess that it is one. */
final class Proposer {

  private static final String NAME = "architecture.yaml";
  private static final String KERNEL = "shared";

  private final ClassFiles.Contents contents;
  private final Plan plan;
  private final Neighbours neighbours;
  private final List<String> unsure = new ArrayList<>();
  private final StringBuilder yaml = new StringBuilder();

  private Proposer(ClassFiles.Contents contents) {
    this.contents = contents;
    this.plan = Plan.of(contents);
    this.neighbours = new Neighbours(plan);
  }

  static Proposal propose(ClassFiles.Contents contents) {
    if (contents.classes().stream().allMatch(ClassInfo::isPackageInfo)) {
      return new Proposal("", List.of("There are no classes, so there is nothing to propose."));
    }
    return new Proposer(contents).propose();
  }

  private Proposal propose() {
    line("# A proposal; every line is a guess until somebody has read it.");
    String preset = preset();
    if (!preset.isEmpty()) {
      doubt("The names of packages look like the preset " + preset + ".");
      line("preset: " + preset);
    }
    root();
    if (preset.equals(HouseOfHexwing.NAME)) {
      houseOfHexwing();
    }
    contexts(preset);
    roles(preset);
    settle();
    return new Proposal(yaml.toString(), unsure);
  }

  /** The preset that the packages look like; empty if none. */
  private String preset() {
    if (plan.has("port.in")
        || plan.has("ports.in")
        || plan.has("adapter.in")
        || plan.has("adapters.in")) {
      return Presets.PORTS;
    }
    boolean domain = plan.has(Plan.DOMAIN);
    if (domain && plan.has("interfaces")) {
      return Presets.LAYERED;
    }
    if (domain && (plan.has("infrastructure") || plan.has("adapter") || plan.has("adapters"))) {
      return Presets.ONION;
    }
    boolean likeHexwing =
        plan.hasRoomsBelowRoot() && plan.isNullMarked() && !neighbours.of(Kind.ADAPTER).isEmpty();
    return likeHexwing ? HouseOfHexwing.NAME : "";
  }

  private void root() {
    List<String> roots = plan.roots().stream().filter(root -> !root.isEmpty()).toList();
    if (roots.size() > 1) {
      doubt("The packages have no root in common, so there are several.");
    }
    if (!roots.isEmpty()) {
      line("root: " + listed(roots));
    }
  }

  private void houseOfHexwing() {
    doubt("It asks for plain style, too: see the rules STY, and switch off what you do not want.");
    List<String> adapters = neighbours.of(Kind.ADAPTER);
    guess("Taken to be adapters", adapters, Kind.ADAPTER);
    line("adapters: " + listed(adapters));
    List<String> tools = neighbours.of(Kind.TOOL);
    if (!tools.isEmpty()) {
      guess("Taken to stand beside the hexagon", tools, Kind.TOOL);
      line("programs: " + listed(tools));
    }
  }

  private void guess(String what, List<String> rooms, Kind kind) {
    String each = rooms.size() > 1 ? " (each " : " (it ";
    doubt(what + ": " + String.join(", ", rooms) + each + kind.because() + ").");
  }

  private void contexts(String preset) {
    Map<String, String> around = new TreeMap<>();
    for (String one : plan.packages()) {
      List<String> parts = plan.below(one);
      int room = parts.indexOf(Plan.DOMAIN);
      if (room > 0 && !parts.get(room - 1).equals(KERNEL)) {
        String above = String.join(".", parts.subList(0, room));
        around.put(parts.get(room - 1), plan.rootOf(one) + "." + above + "..");
      }
    }
    Set<String> below = new TreeSet<>(plan.within(Plan.DOMAIN));
    below.removeAll(Set.of("", KERNEL, "testkit"));
    if (around.size() > 1) {
      doubt("Contexts are taken to be: " + String.join(", ", around.keySet()) + ".");
      line("contexts:");
      around.forEach((name, packages) -> line("  " + name + ": " + packages));
    } else if (below.size() > 1) {
      doubt("Contexts are taken to be: " + String.join(", ", below) + ".");
      if (!preset.equals(HouseOfHexwing.NAME)) {
        line("contexts: " + listed(below(Plan.DOMAIN, Plan.APPLICATION)));
      }
      machinery(below);
    } else {
      doubt("No contexts are recognised: if there are several, name them under 'contexts'.");
    }
  }

  private List<String> below(String... rooms) {
    String root = plan.roots().get(0);
    return List.of(rooms).stream()
        .filter(room -> !plan.within(room).isEmpty())
        .map(room -> root.isEmpty() ? room : root + "." + room)
        .toList();
  }

  /** Parts of the application that the domain knows nothing of. */
  private void machinery(Set<String> contexts) {
    Set<String> others = new TreeSet<>(plan.within(Plan.APPLICATION));
    others.removeAll(contexts);
    others.removeAll(Set.of("", KERNEL, "testkit", "port", "ports", "in", "out"));
    if (!others.isEmpty()) {
      doubt(
          "Taken to be no contexts, because the domain has none of that name: "
              + String.join(", ", others)
              + ".");
      line("no-contexts: " + listed(List.copyOf(others)));
    }
  }

  private void roles(String preset) {
    Map<String, List<String>> roles = new LinkedHashMap<>();
    if (preset.isEmpty()) {
      rooms(roles);
    }
    // What the presets do not know of.
    if (plan.hasRoomsBelowRoot()) {
      neighbours(roles, Kind.KERNEL, Role.SHARED_KERNEL);
    }
    if (!preset.equals(HouseOfHexwing.NAME)) {
      neighbours(roles, Kind.EXAMPLE, Role.EXAMPLE);
      neighbours(roles, Kind.TESTKIT, Role.TESTKIT);
    }
    List<String> mains = mains();
    List<String> assemblies = neighbours.of(Kind.ASSEMBLY);
    List<String> lines = new ArrayList<>();
    roles.forEach((role, packages) -> lines.add("  " + role + ": " + listed(packages)));
    if (!assemblies.isEmpty()) {
      guess("Taken to put everything together", assemblies, Kind.ASSEMBLY);
      lines.add("  composition-root: " + listed(patterns(assemblies)));
    } else if (!mains.isEmpty()) {
      doubt("What has a main method is taken to put everything together.");
      lines.add("  composition-root: {types: " + listed(mains) + "}");
    } else {
      doubt("No class has a main method: name what puts everything together, if it is here.");
    }
    if (!lines.isEmpty()) {
      line("roles:");
      lines.forEach(this::line);
    }
  }

  /** Rooms by their names, where no preset knows them together. */
  private void rooms(Map<String, List<String>> roles) {
    String root = plan.roots().get(0);
    String prefix = root.isEmpty() || plan.roots().size() > 1 ? "" : root;
    boolean below = plan.hasRoomsBelowRoot();
    for (String room : List.of(Plan.DOMAIN, Plan.APPLICATION)) {
      if (plan.has(room)) {
        String pattern = below ? patterns(List.of(room)).get(0) : prefix + ".." + room + "..";
        roles.put(room, new ArrayList<>(List.of(pattern)));
      }
    }
    if (roles.isEmpty()) {
      doubt(
          "No usual layout is recognised: name the packages of each role under 'roles', or give all"
              + " modules together.");
      return;
    }
    doubt("No preset fits, so rooms are told by their packages: " + names(roles) + ".");
    if (plan.within(Plan.DOMAIN).contains(KERNEL)) {
      roles.put(
          Role.SHARED_KERNEL.text(),
          new ArrayList<>(List.of(root + "." + Plan.DOMAIN + "." + KERNEL + "..")));
    }
    List<String> adapters = neighbours.of(Kind.ADAPTER);
    if (!adapters.isEmpty()) {
      guess("Taken to be adapters", adapters, Kind.ADAPTER);
      directed(roles, adapters);
    }
    List<String> tools = neighbours.of(Kind.TOOL);
    if (below && !tools.isEmpty()) {
      guess("Taken to stand beside the hexagon", tools, Kind.TOOL);
      roles.put(Role.TOOL.text(), patterns(tools));
    }
  }

  private static String names(Map<String, List<String>> roles) {
    return String.join(", ", roles.keySet());
  }

  /** Adapters with what their packages tell of their direction. */
  private void directed(Map<String, List<String>> roles, List<String> adapters) {
    roles.put(Role.ADAPTER.text(), patterns(adapters));
    for (String adapter : adapters) {
      String pattern = patterns(List.of(adapter)).get(0);
      String room = pattern.substring(0, pattern.length() - 2);
      Set<String> within = plan.within(adapter);
      if (within.contains("in")) {
        add(roles, Role.DRIVING_ADAPTER, room + ".in..");
      }
      if (within.contains("out")) {
        add(roles, Role.DRIVEN_ADAPTER, room + ".out..");
      }
    }
  }

  private static void add(Map<String, List<String>> roles, Role role, String pattern) {
    roles.computeIfAbsent(role.text(), name -> new ArrayList<>()).add(pattern);
  }

  private void neighbours(Map<String, List<String>> roles, Kind kind, Role role) {
    List<String> rooms = neighbours.of(kind);
    if (!rooms.isEmpty()) {
      guess("Taken to be " + role.text().replace('-', ' '), rooms, kind);
      patterns(rooms).forEach(pattern -> add(roles, role, pattern));
    }
  }

  private List<String> patterns(List<String> rooms) {
    String root = plan.roots().get(0);
    return rooms.stream()
        .map(room -> (root.isEmpty() ? room : root + "." + room) + "..")
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Classes with a main method, those of tools and examples left out: they stand beside. */
  private List<String> mains() {
    Set<String> beside = new TreeSet<>(neighbours.of(Kind.EXAMPLE));
    if (plan.hasRoomsBelowRoot()) {
      beside.addAll(neighbours.of(Kind.TOOL));
    }
    return plan.mains().stream()
        .filter(one -> plan.below(one.packageName()).stream().limit(1).noneMatch(beside::contains))
        .map(ClassInfo::name)
        .toList();
  }

  /** Runs the proposal, and writes down what it leaves open. */
  private void settle() {
    Layout layout = Layout.parse(yaml.toString(), NAME);
    Report report = Architecture.judge(contents, layout);
    Map<String, Integer> open = new TreeMap<>();
    for (RoleAssignment one : report.unassigned()) {
      open.merge(one.className().substring(0, end(one.className())), 1, Integer::sum);
    }
    open.forEach((name, count) -> doubt("No role is told for " + name + of(count) + "."));
    for (RoleAssignment one : report.ambiguous()) {
      doubt(one.className() + " is told to be several things.");
    }
    Set<String> vacuous = new LinkedHashSet<>();
    report.tallies().stream()
        .filter(RuleTally::isVacuous)
        .map(RuleTally::rule)
        .forEach(vacuous::add);
    if (!vacuous.isEmpty()) {
      doubt("These rules find nothing to judge: " + String.join(", ", vacuous) + ".");
      line("# Tell them what to look at, or leave it at that: they are on, and you will be told");
      line("# as soon as one of them has something to judge.");
      line("rules:");
      vacuous.forEach(rule -> line("  " + rule + ": {empty: \"nothing to judge yet\"}"));
    }
  }

  private static String of(int count) {
    return count == 1 ? " (1 class)" : " (" + count + " classes)";
  }

  private static int end(String className) {
    return Math.max(0, className.lastIndexOf('.'));
  }

  private static String listed(List<String> words) {
    return words.size() == 1 ? words.get(0) : "[" + String.join(", ", words) + "]";
  }

  /** Says it on the terminal and beside the line that it is about. */
  private void doubt(String text) {
    unsure.add(text);
    line("# " + text);
  }

  private void line(String text) {
    yaml.append(text).append('\n');
  }
}
