package dev.hexwing.architecture.classfile;

import java.util.HashMap;
import java.util.Map;

/** Names of classes, each kept once; made for one reading, on one thread. */
public final class Names {

  private final Map<String, String> dotted = new HashMap<>();

  /** The full name for a name as class files have it: {@code java.util.Map$Entry}. */
  String of(String internal) {
    String known = dotted.get(internal);
    if (known == null) {
      known = internal.replace('/', '.').intern();
      dotted.put(internal, known);
    }
    return known;
  }

  /** The package of a class. */
  public static String packageOf(String className) {
    int end = className.lastIndexOf('.');
    return end < 0 ? "" : className.substring(0, end);
  }

  /** A name without package and without the classes around it. */
  public static String simpleNameOf(String className) {
    int start = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$'));
    return className.substring(start + 1);
  }

  /** A name without package. */
  public static String shortNameOf(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
