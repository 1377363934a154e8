package dev.hexwing.domain.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * Everything that a caller may do.
 *
 * <p>Immutable, and safe for use by any number of threads.
 *
 * @param all 1 to 50 scopes
 */
@ValueObject
public record Scopes(Set<Scope> all) {

  /** The most scopes that one right may have. */
  public static final int MOST = 50;

  /** Refuses none and too many with {@link IllegalArgumentException}; keeps its own copy. */
  public Scopes {
    all = Set.copyOf(Objects.requireNonNull(all, "all"));
    if (all.isEmpty() || all.size() > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " scopes are needed, not " + all.size());
    }
  }

  /**
   * The scopes of some names; a name given twice counts once.
   *
   * @throws IllegalArgumentException if a name is no scope, or there are none or too many
   */
  public static Scopes of(String... names) {
    Objects.requireNonNull(names, "names");
    Set<Scope> scopes = new LinkedHashSet<>();
    for (String name : names) {
      scopes.add(new Scope(name));
    }
    return new Scopes(scopes);
  }

  /** Whether a scope is among them. */
  public boolean include(Scope scope) {
    Objects.requireNonNull(scope, "scope");
    return all.contains(scope);
  }

  /** In the order of the alphabet, the same on every machine. */
  public List<Scope> sorted() {
    return all.stream().sorted().toList();
  }

  /** As RFC 6749 writes them: in one line, a blank between two. */
  @Override
  public String toString() {
    return sorted().stream().map(Scope::value).collect(Collectors.joining(" "));
  }
}
