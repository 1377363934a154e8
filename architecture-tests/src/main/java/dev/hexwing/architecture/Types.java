package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who extends whom, as far as class files were read; of the JDK it asks the one that it runs on. On
 * one thread.
 */
final class Types {

  private final Map<String, ClassInfo> read;
  private final Map<String, Set<String>> supertypes = new HashMap<>();

  Types(Map<String, ClassInfo> read) {
    this.read = read;
  }

  @Nullable ClassInfo find(String name) {
    return read.get(name);
  }

  boolean isAssignable(String name, String to) {
    return name.equals(to) || supertypesOf(name).contains(to);
  }

  /** All classes and interfaces that a class extends or implements, itself first. */
  Set<String> supertypesOf(String name) {
    Set<String> known = supertypes.get(name);
    if (known != null) {
      return known;
    }
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(name);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (found.add(next)) {
        addParents(next, open);
      }
    }
    supertypes.put(name, found);
    return found;
  }

  private void addParents(String name, Deque<String> open) {
    ClassInfo info = read.get(name);
    if (info != null) {
      if (!info.superclass().isEmpty()) {
        open.add(info.superclass());
      }
      open.addAll(info.interfaces());
    } else if (name.startsWith("java.")) {
      addParentsInJdk(name, open);
    } else if (Stereotypes.PARENTS.containsKey(name)) {
      open.add(Stereotypes.PARENTS.getOrDefault(name, ""));
    }
  }

  private static void addParentsInJdk(String name, Deque<String> open) {
    try {
      Class<?> type = Class.forName(name, false, ClassLoader.getPlatformClassLoader());
      if (type.getSuperclass() != null) {
        open.add(type.getSuperclass().getName());
      }
      for (Class<?> face : type.getInterfaces()) {
        open.add(face.getName());
      }
    } catch (ClassNotFoundException e) {
      // A class of another JDK's: nobody knows its parents, and no rule needs them.
      open.add("java.lang.Object");
    }
  }
}
