package dev.hexwing.application.testkit.crash;

/** The death of a node: an Error, so that no code of the node survives it. */
final class NodeDied extends Error {

  private static final long serialVersionUID = 1L;

  NodeDied(String node) {
    super("node " + node + " died", null, false, false);
  }
}
