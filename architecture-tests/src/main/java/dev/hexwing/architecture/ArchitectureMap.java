package dev.hexwing.architecture;

import java.util.List;

/**
 * The hexagons and contexts as the bytecode has them, for diagrams.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param nodes rooms of contexts that hold at least one class, sorted
 * @param edges who uses whom, sorted; no node has an edge to itself
 */
public record ArchitectureMap(List<Node> nodes, List<Edge> edges) {

  /** Keeps its own copies. */
  public ArchitectureMap {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * The classes of one role in one context, or of one adapter.
   *
   * @param role the role
   * @param context the context; empty if none
   * @param adapter the adapter; empty for all but adapters
   * @param classes how many classes it holds, nested ones not counted
   * @param highlights names without package of its aggregate roots, or of its ports, sorted
   */
  public record Node(
      Role role, String context, String adapter, int classes, List<String> highlights) {

    /** Keeps its own copy. */
    public Node {
      highlights = List.copyOf(highlights);
    }

    /** A name that no other node has, such as {@code application/payments}. */
    public String id() {
      String part = adapter.isEmpty() ? context : adapter;
      return part.isEmpty() ? role.text() : role.text() + "/" + part;
    }
  }

  /**
   * A dependency of one node on another.
   *
   * @param from the id of the node that uses
   * @param to the id of the node that is used
   * @param facts how many pairs of classes
   * @param eventsOnly whether only events and ids of the other are used
   * @param throughTranslators whether all that uses more stands in translators
   * @param forbidden whether a rule complains about at least one of the pairs
   */
  public record Edge(
      String from,
      String to,
      int facts,
      boolean eventsOnly,
      boolean throughTranslators,
      boolean forbidden) {}
}
