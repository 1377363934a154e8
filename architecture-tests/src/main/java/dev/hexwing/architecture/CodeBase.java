package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassFiles;
import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The classes that are judged, with their roles; what rules read. On one thread. */
final class CodeBase {

  private final Layout layout;
  private final List<ClassInfo> classes = new ArrayList<>();
  private final Map<String, ClassInfo> packageInfos = new HashMap<>();
  private final Set<String> packages = new HashSet<>();
  private final Types types;
  private final RoleFinder roles;
  private @Nullable Speech speech;

  CodeBase(ClassFiles.Contents contents, Layout layout) {
    this.layout = layout;
    Map<String, ClassInfo> all = new HashMap<>();
    for (ClassInfo one : contents.classes()) {
      if (one.isPackageInfo()) {
        packageInfos.put(one.packageName(), one);
      } else {
        all.put(one.name(), one);
        if (layout.isOurs(one.packageName())) {
          classes.add(one);
          packages.add(one.packageName());
        }
      }
    }
    classes.sort(Comparator.comparing(ClassInfo::name));
    this.types = new Types(all);
    this.roles = new RoleFinder(layout, types, packageInfos);
  }

  Layout layout() {
    return layout;
  }

  /** All classes that are judged, sorted by name. */
  List<ClassInfo> classes() {
    return classes;
  }

  Map<String, ClassInfo> packageInfos() {
    return packageInfos;
  }

  @Nullable ClassInfo find(String name) {
    return types.find(name);
  }

  /** Whether a class is the project's own, read or not. */
  boolean isOurs(String name) {
    ClassInfo info = types.find(name);
    if (info != null) {
      return layout.isOurs(info.packageName());
    }
    if (layout.roots().isEmpty()) {
      return packages.contains(Names.packageOf(name));
    }
    return layout.isOurs(Names.packageOf(name));
  }

  /** What a class is; of a library's class {@link Role#UNASSIGNED}. */
  RoleAssignment roleOf(String name) {
    return roles.of(name);
  }

  RoleAssignment roleOf(ClassInfo info) {
    return roles.of(info.name());
  }

  /** The role of one of our own classes; {@link Role#UNASSIGNED} for a library's. */
  Role role(String name) {
    return isOurs(name) ? roles.of(name).role() : Role.UNASSIGNED;
  }

  boolean is(String name, Block block) {
    return isOurs(name) && roles.of(name).is(block);
  }

  boolean is(ClassInfo info, Block block) {
    return roles.of(info.name()).is(block);
  }

  boolean isPortOfTheDomain(String name) {
    return roles.isPortOfTheDomain(name);
  }

  boolean isAssignable(String name, String to) {
    return types.isAssignable(name, to);
  }

  Set<String> supertypesOf(String name) {
    return types.supertypesOf(name);
  }

  /** What driving ports speak of. */
  Speech speech() {
    Speech known = speech;
    if (known == null) {
      known = new Speech(this);
      speech = known;
    }
    return known;
  }

  /** The roles of all classes that are judged. */
  Roles roles() {
    TreeMap<String, RoleAssignment> all = new TreeMap<>();
    classes.forEach(one -> all.put(one.name(), roles.of(one.name())));
    return new Roles(all);
  }

  /** The outermost class around a class, by name. */
  String outermost(String name) {
    ClassInfo info = types.find(name);
    while (info != null
        && !info.enclosing().isEmpty()
        && info.enclosing().length() < info.name().length()) {
      ClassInfo outer = types.find(info.enclosing());
      if (outer == null) {
        return info.enclosing();
      }
      info = outer;
    }
    int end = name.indexOf('$');
    return info != null ? info.name() : end > 0 ? name.substring(0, end) : name;
  }
}
