package dev.hexwing.architecture.classfile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A type as it is written: a class, its type arguments, and how many dimensions of array.
 *
 * <p>A type variable stands as its bounds, a wildcard as its bound.
 *
 * @param name the full name of the class, or of the primitive
 * @param dimensions of the array, 0 for none
 * @param arguments its type arguments, and further bounds of a type variable
 */
public record TypeShape(String name, int dimensions, List<TypeShape> arguments) {

  /** Whether it is an array. */
  public boolean isArray() {
    return dimensions > 0;
  }

  /** The classes it is made of, itself first; those within a type that is cut out left out. */
  public Set<String> involved(Predicate<String> cutOut) {
    Set<String> found = new LinkedHashSet<>();
    collect(cutOut, found);
    return found;
  }

  private void collect(Predicate<String> cutOut, Set<String> found) {
    if (!cutOut.test(name)) {
      found.add(name);
      arguments.forEach(argument -> argument.collect(cutOut, found));
    }
  }

  /** The shapes it is made of, itself first. */
  public List<TypeShape> parts() {
    List<TypeShape> parts = new ArrayList<>();
    parts.add(this);
    arguments.forEach(argument -> parts.addAll(argument.parts()));
    return parts;
  }
}
