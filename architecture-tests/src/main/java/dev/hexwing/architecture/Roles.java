package dev.hexwing.architecture;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The roles of all classes that were looked at, by full name of the class.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param byClass the assignments, sorted by name
 */
public record Roles(SortedMap<String, RoleAssignment> byClass) {

  /** Keeps its own copy. */
  public Roles {
    byClass = Collections.unmodifiableSortedMap(new TreeMap<>(byClass));
  }

  /** The role of a class, by its full name ({@code com.example.Order$Line} for a nested one). */
  public Optional<RoleAssignment> of(String className) {
    return Optional.ofNullable(byClass.get(className));
  }

  /** All assignments, sorted by name. */
  public Collection<RoleAssignment> all() {
    return byClass.values();
  }
}
