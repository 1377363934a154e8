package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassFiles;
import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.MethodInfo;
import dev.hexwing.architecture.classfile.TypeShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;

/**
 * The packages of some classes, seen as a house: its roots, and the words in its packages' names.
 *
 * @param classes all classes, those that describe packages included
 * @param packages their packages, sorted
 * @param roots the packages of everything; usually one
 */
record Plan(List<ClassInfo> classes, List<String> packages, List<String> roots) {

  static final String DOMAIN = "domain";
  static final String APPLICATION = "application";

  private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
  private static final int LONGEST_TOP_LEVEL = 3;

  /** Keeps its own copies. */
  Plan {
    classes = List.copyOf(classes);
    packages = List.copyOf(packages);
    roots = List.copyOf(roots);
  }

  static Plan of(ClassFiles.Contents contents) {
    Set<String> packages =
        contents.classes().stream()
            .filter(one -> !one.isPackageInfo())
            .map(ClassInfo::packageName)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Plan(contents.classes(), List.copyOf(packages), roots(packages));
  }

  /** What all packages have in common, without parts that name a room; else what groups have. */
  private static List<String> roots(Collection<String> packages) {
    List<String> common = common(packages);
    boolean nothing =
        common.isEmpty() || (common.size() == 1 && common.get(0).length() <= LONGEST_TOP_LEVEL);
    boolean split = packages.stream().map(Plan::firstTwo).distinct().count() > 1;
    if (nothing && split) {
      return packages.stream()
          .map(Plan::firstTwo)
          .filter(one -> !one.isEmpty())
          .distinct()
          .toList();
    }
    for (String room : List.of(DOMAIN, APPLICATION)) {
      int at = common.indexOf(room);
      if (at > 0) {
        common = common.subList(0, at);
      }
    }
    return List.of(String.join(".", common));
  }

  private static List<String> common(Collection<String> packages) {
    List<String> common = null;
    for (String one : packages) {
      List<String> parts = PackagePattern.split(one);
      if (common == null) {
        common = parts;
      }
      int same = 0;
      while (same < Math.min(common.size(), parts.size())
          && common.get(same).equals(parts.get(same))) {
        same++;
      }
      common = common.subList(0, same);
    }
    return common == null ? List.of() : common;
  }

  private static String firstTwo(String packageName) {
    List<String> parts = PackagePattern.split(packageName);
    return String.join(".", parts.subList(0, Math.min(2, parts.size())));
  }

  /** Whether a word, or several joined by dots, stands in the name of any package. */
  boolean has(String words) {
    return packages.stream().anyMatch(one -> ("." + one + ".").contains("." + words + "."));
  }

  /** The root that a package lies in. */
  String rootOf(String packageName) {
    return roots.stream()
        .filter(root -> TypeSet.isWithin(root, packageName))
        .findFirst()
        .orElse(roots.get(0));
  }

  /** The parts of a package's name below its root. */
  List<String> below(String packageName) {
    String root = rootOf(packageName);
    return packageName.length() <= root.length()
        ? List.of()
        : PackagePattern.split(packageName.substring(root.length() + 1));
  }

  /** Whether domain and application stand directly below the one root, next to each other. */
  boolean hasRoomsBelowRoot() {
    return roots.size() == 1 && !within(DOMAIN).isEmpty() && !within(APPLICATION).isEmpty();
  }

  /** The packages directly below a room that stands below the root; empty names for the room. */
  Set<String> within(String room) {
    Set<String> found = new TreeSet<>();
    for (String one : packages) {
      List<String> parts = below(one);
      if (!parts.isEmpty() && parts.get(0).equals(room)) {
        found.add(parts.size() > 1 ? parts.get(1) : "");
      }
    }
    return found;
  }

  /** Whether most packages say that nothing in them is null, as the house of Hexwing asks. */
  boolean isNullMarked() {
    long marked =
        classes.stream()
            .filter(ClassInfo::isPackageInfo)
            .filter(one -> one.isAnnotatedWith(NULL_MARKED::equals))
            .count();
    return 2 * marked >= packages.size();
  }

  /** The classes that a program begins with. */
  List<ClassInfo> mains() {
    List<ClassInfo> mains = new ArrayList<>();
    for (ClassInfo one : classes) {
      if (one.methods().stream().anyMatch(Plan::isMain)) {
        mains.add(one);
      }
    }
    return mains;
  }

  private static boolean isMain(MethodInfo method) {
    List<TypeShape> parameters = method.parameters();
    return method.name().equals("main")
        && method.has(Opcodes.ACC_STATIC)
        && method.has(Opcodes.ACC_PUBLIC)
        && parameters.size() == 1
        && parameters.get(0).isArray()
        && parameters.get(0).name().equals("java.lang.String");
  }
}
