package dev.hexwing.architecture;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What a class is of which two things were told. */
final class RolePairs {

  // Whatever else is told of these, they are not judged by the rules of the hexagon.
  private static final Set<Role> OUTSIDE =
      Set.of(Role.TEST, Role.GENERATED, Role.IGNORED, Role.TESTKIT, Role.EXAMPLE, Role.TOOL);

  private RolePairs() {}

  /** The one role that all of them agree with; none if they contradict each other. */
  static Optional<Role> together(Collection<Role> roles) {
    Optional<Role> all = Optional.empty();
    for (Role role : roles) {
      Optional<Role> next = all.isEmpty() ? Optional.of(role) : together(all.get(), role);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      all = next;
    }
    return all;
  }

  private static Optional<Role> together(Role one, Role other) {
    if (one == other) {
      return Optional.of(one);
    }
    if (OUTSIDE.contains(one) || OUTSIDE.contains(other)) {
      boolean first =
          OUTSIDE.contains(one) && (!OUTSIDE.contains(other) || one.compareTo(other) > 0);
      return Optional.of(first ? one : other);
    }
    return refined(one, other).or(() -> refined(other, one));
  }

  private static Optional<Role> refined(Role wide, Role narrow) {
    boolean refines =
        switch (wide) {
          case DOMAIN -> narrow == Role.SHARED_KERNEL || narrow.isPort();
          case SHARED_KERNEL -> narrow.isPort();
          case APPLICATION -> narrow.isPort() || narrow == Role.COMPOSITION_ROOT;
          case ADAPTER -> narrow.isAdapter() || narrow == Role.COMPOSITION_ROOT;
          case DRIVING_ADAPTER, DRIVEN_ADAPTER -> narrow == Role.COMPOSITION_ROOT;
          case DRIVING_PORT,
              DRIVEN_PORT,
              COMPOSITION_ROOT,
              EXAMPLE,
              TOOL,
              TESTKIT,
              TEST,
              GENERATED,
              IGNORED,
              UNASSIGNED,
              AMBIGUOUS ->
              false;
        };
    return refines ? Optional.of(narrow) : Optional.empty();
  }
}
