package dev.hexwing.architecture.classfile;

import java.util.List;
import java.util.Map;

/**
 * An annotation.
 *
 * @param type its full name
 * @param texts its values that are text, arrays of text included, by name
 */
public record AnnotationInfo(String type, Map<String, List<String>> texts) {

  /** Its name without package. */
  public String simpleName() {
    return Names.simpleNameOf(type);
  }

  /** The first text of the first of these names that has one; empty if none has. */
  public String text(String... names) {
    for (String name : names) {
      List<String> found = texts.getOrDefault(name, List.of());
      if (!found.isEmpty() && !found.get(0).isEmpty()) {
        return found.get(0);
      }
    }
    return "";
  }
}
