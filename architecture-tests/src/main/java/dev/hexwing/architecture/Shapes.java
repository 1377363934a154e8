package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.TypeShape;
import java.util.Set;
import java.util.TreeSet;

/** What fields hold, whatever they wrap it in. */
final class Shapes {

  // They speak of a type and hold none of it.
  private static final TypeSet NOT_HOLDING =
      TypeSet.of(
          "java.util.function",
          "java.util.Comparator",
          "java.lang.Class",
          Stereotypes.ASSOCIATION,
          "org.jmolecules.ddd.types.SimpleAssociation");

  private Shapes() {}

  /** Every class that a value of such a type can hold, itself included. */
  static Set<String> held(TypeShape type) {
    return type.involved(NOT_HOLDING::contains);
  }

  /** The classes of our own that are building blocks of a kind, among those that are held. */
  static Set<String> held(CodeBase code, TypeShape type, Block block) {
    Set<String> found = new TreeSet<>();
    for (String one : held(type)) {
      if (code.is(one, block)) {
        found.add(one);
      }
    }
    return found;
  }
}
