package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the packages beside domain and application look like, by who uses whom. */
final class Neighbours {

  private static final Set<String> INSIDE = Set.of(Plan.DOMAIN, Plan.APPLICATION);
  private static final Set<String> EXAMPLES = Set.of("example", "examples", "demo", "samples");
  private static final Set<String> TESTS = Set.of("testkit", "testing", "test", "fixtures");
  private static final Set<String> KERNELS = Set.of("shared", "common", "kernel", "sharedkernel");

  private final Plan plan;
  private final Map<String, Set<String>> uses = new TreeMap<>();
  private final Set<String> used = new TreeSet<>();
  private final Map<String, Integer> inward = new TreeMap<>();
  private final Map<String, Integer> outward = new TreeMap<>();
  private final Map<String, List<Set<String>>> usesOfClasses = new TreeMap<>();
  private final Set<String> started = new TreeSet<>();

  Neighbours(Plan plan) {
    this.plan = plan;
    Set<String> mains =
        plan.mains().stream().map(ClassInfo::name).collect(Collectors.toCollection(TreeSet::new));
    mains.stream().map(this::room).forEach(started::add);
    for (ClassInfo one : plan.classes()) {
      String room = room(one.name());
      if (!one.isPackageInfo() && !room.isEmpty()) {
        note(room, one, mains.contains(one.name()));
      }
    }
  }

  private void note(String room, ClassInfo one, boolean isMain) {
    Set<String> others =
        one.references().stream()
            .map(to -> room(to.target()))
            .filter(other -> !other.isEmpty() && !other.equals(room))
            .collect(Collectors.toCollection(TreeSet::new));
    uses.computeIfAbsent(room, name -> new TreeSet<>()).addAll(others);
    used.addAll(others);
    usesOfClasses.computeIfAbsent(room, name -> new ArrayList<>()).add(others);
    if (INSIDE.contains(room)) {
      // What puts everything together may stand inside, and sees everything.
      if (!isMain) {
        others.forEach(other -> outward.merge(other, 1, Integer::sum));
      }
    } else if (others.stream().anyMatch(INSIDE::contains)) {
      inward.merge(room, 1, Integer::sum);
    }
  }

  /** What a neighbour may be. */
  enum Kind {
    ADAPTER("uses the inside more than the inside uses it"),
    ASSEMBLY("uses the inside and several neighbours, and has a main method"),
    KERNEL("is used by the domain, and its name says that it is shared"),
    EXAMPLE("is called so"),
    TESTKIT("is called so"),
    TOOL("neither uses the others nor is used by them"),
    UNKNOWN("is used by the inside, or uses as many neighbours");

    private final String because;

    Kind(String because) {
      this.because = because;
    }

    String because() {
      return because;
    }
  }

  /** The part of a name that follows the root; empty for what stands in the root or elsewhere. */
  private String room(String className) {
    String packageName = Names.packageOf(className);
    boolean ours = plan.roots().stream().anyMatch(root -> TypeSet.isWithin(root, packageName));
    List<String> parts = ours ? plan.below(packageName) : List.of();
    return parts.isEmpty() ? "" : parts.get(0);
  }

  /** The neighbours of a kind, by name. */
  List<String> of(Kind kind) {
    return uses.keySet().stream()
        .filter(room -> !INSIDE.contains(room) && kindOf(room) == kind)
        .toList();
  }

  private Kind kindOf(String room) {
    if (EXAMPLES.contains(room)) {
      return Kind.EXAMPLE;
    }
    if (TESTS.contains(room)) {
      return Kind.TESTKIT;
    }
    Set<String> others = uses.getOrDefault(room, Set.of());
    int outwards = outward.getOrDefault(room, 0);
    int inwards = inward.getOrDefault(room, 0);
    if (KERNELS.contains(room) && outwards > 0 && inwards == 0) {
      return Kind.KERNEL;
    }
    if (inwards > outwards) {
      if (started.contains(room) && others.stream().filter(this::looksOutward).count() > 1) {
        return Kind.ASSEMBLY;
      }
      return sideways(room) < inwards ? Kind.ADAPTER : Kind.UNKNOWN;
    }
    return others.isEmpty() && !used.contains(room) ? Kind.TOOL : Kind.UNKNOWN;
  }

  /** How many classes use other neighbours that may be adapters. */
  private long sideways(String room) {
    return usesOfClasses.getOrDefault(room, List.of()).stream()
        .filter(others -> others.stream().anyMatch(this::looksOutward))
        .count();
  }

  private boolean looksOutward(String room) {
    return inward.getOrDefault(room, 0) > outward.getOrDefault(room, 0);
  }
}
