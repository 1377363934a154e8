package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassFiles;
import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.MethodInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;

/** Looks at classes and proposes a layout; says of each guess that it is one. */
final class Proposer {

  private static final String NAME = "architecture.yaml";

  private final ClassFiles.Contents contents;
  private final List<String> packages;
  private final String root;
  private final List<String> unsure = new ArrayList<>();
  private final StringBuilder yaml = new StringBuilder();

  private Proposer(ClassFiles.Contents contents) {
    this.contents = contents;
    this.packages =
        List.copyOf(
            contents.classes().stream()
                .filter(one -> !one.isPackageInfo())
                .map(ClassInfo::packageName)
                .collect(Collectors.toCollection(TreeSet::new)));
    this.root = root(packages);
  }

  static Proposal propose(ClassFiles.Contents contents) {
    if (contents.classes().isEmpty()) {
      return new Proposal("", List.of("There are no classes, so there is nothing to propose."));
    }
    return new Proposer(contents).propose();
  }

  private Proposal propose() {
    line("# A proposal; every line is a guess until somebody has read it.");
    preset();
    line("root: " + root);
    contexts();
    roles();
    settle();
    return new Proposal(yaml.toString(), unsure);
  }

  /** The packages that all classes have in common, without parts that name a room. */
  private static String root(List<String> packages) {
    List<String> common = PackagePattern.split(packages.get(0));
    for (String one : packages) {
      List<String> parts = PackagePattern.split(one);
      int same = 0;
      while (same < Math.min(common.size(), parts.size())
          && common.get(same).equals(parts.get(same))) {
        same++;
      }
      common = common.subList(0, same);
    }
    int room = common.indexOf("domain");
    List<String> parts = room > 0 ? common.subList(0, room) : common;
    return parts.isEmpty() ? packages.get(0) : String.join(".", parts);
  }

  private boolean has(String part) {
    return packages.stream().anyMatch(one -> ("." + one + ".").contains("." + part + "."));
  }

  private void preset() {
    String preset;
    if (has("port.in") || has("ports.in") || has("adapter.in") || has("adapters.in")) {
      preset = "ports-and-adapters";
    } else if (has("domain") && has("interfaces")) {
      preset = "layered-ddd";
    } else if (has("domain") && (has("infrastructure") || has("adapter"))) {
      preset = "onion";
    } else {
      unsure.add("No usual layout is recognised: name the packages of each role under 'roles'.");
      return;
    }
    line("preset: " + preset);
    unsure.add("The names of packages look like the preset " + preset + ".");
  }

  private void contexts() {
    Set<String> before = new TreeSet<>();
    Set<String> after = new TreeSet<>();
    for (String one : packages) {
      List<String> parts = PackagePattern.split(one);
      int room = parts.indexOf("domain");
      int first = PackagePattern.split(root).size();
      if (room > first) {
        before.add(parts.get(room - 1));
      } else if (room == first && parts.size() > room + 1) {
        after.add(parts.get(room + 1));
      }
    }
    if (before.size() > 1) {
      line("contexts:");
      before.forEach(name -> line("  " + name + ": " + root + "." + name + ".."));
      unsure.add("Contexts are taken to be: " + String.join(", ", before) + ".");
    } else if (after.size() > 1) {
      line("contexts: [" + root + ".domain, " + root + ".application]");
      unsure.add("Contexts are taken to be: " + String.join(", ", after) + ".");
    } else {
      unsure.add("No contexts are recognised: if there are several, name them under 'contexts'.");
    }
  }

  private void roles() {
    List<String> mains = new ArrayList<>();
    for (ClassInfo one : contents.classes()) {
      if (one.methods().stream().anyMatch(Proposer::isMain)) {
        mains.add(one.name());
      }
    }
    if (mains.isEmpty()) {
      unsure.add("No class has a main method: name what puts everything together.");
      return;
    }
    line("roles:");
    line("  composition-root: {types: [" + String.join(", ", mains) + "]}");
    unsure.add("What has a main method is taken to put everything together.");
  }

  private static boolean isMain(MethodInfo method) {
    return method.name().equals("main")
        && method.has(Opcodes.ACC_STATIC)
        && method.has(Opcodes.ACC_PUBLIC);
  }

  /** Runs the proposal, and writes down what it leaves open. */
  private void settle() {
    Layout layout = Layout.parse(yaml.toString(), NAME);
    Report report = Architecture.judge(contents, layout);
    Map<String, Integer> open = new TreeMap<>();
    for (RoleAssignment one : report.unassigned()) {
      open.merge(one.className().substring(0, end(one.className())), 1, Integer::sum);
    }
    open.forEach(
        (name, count) -> {
          line("# No role is told for " + name + " (" + count + " classes).");
          unsure.add("Nobody tells what the " + count + " classes of " + name + " are.");
        });
    for (RoleAssignment one : report.ambiguous()) {
      unsure.add(one.className() + " is told to be several things.");
    }
    Set<String> vacuous = new LinkedHashSet<>();
    report.tallies().stream()
        .filter(RuleTally::isVacuous)
        .map(RuleTally::rule)
        .forEach(vacuous::add);
    if (!vacuous.isEmpty()) {
      line(
          "# Nothing is known that these rules could look at. Tell what it is, or leave them off.");
      line("rules:");
      vacuous.forEach(rule -> line("  " + rule + ": {off: \"nothing to judge yet\"}"));
      unsure.add("These rules find nothing to judge: " + String.join(", ", vacuous) + ".");
    }
  }

  private static int end(String className) {
    return Math.max(0, className.lastIndexOf('.'));
  }

  private void line(String text) {
    yaml.append(text).append('\n');
  }
}
