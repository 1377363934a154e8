package dev.hexwing.architecture.diagram;

import java.util.List;
import java.util.Objects;

/**
 * One context as it is in the bytecode.
 *
 * @param name the context
 * @param sharedKernel whether all others may stand on it
 * @param aggregates simple names of its aggregate roots, sorted
 * @param classes how many classes of domain and application belong to it
 */
public record ContextShape(
    String name, boolean sharedKernel, List<String> aggregates, int classes) {

  /** Keeps its own copy. */
  public ContextShape {
    Objects.requireNonNull(name, "name");
    aggregates = List.copyOf(aggregates);
  }
}
