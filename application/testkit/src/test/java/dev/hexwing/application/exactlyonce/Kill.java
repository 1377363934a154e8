package dev.hexwing.application.exactlyonce;

import java.util.ArrayList;
import java.util.List;

/** Kills the node at one numbered point; an Error, so that no code of the node survives it. */
final class Kill {

  static final class NodeDied extends Error {
    private static final long serialVersionUID = 1L;

    NodeDied(String where) {
      super(where, null, false, false);
    }
  }

  private final List<String> passed = new ArrayList<>();
  private int deadly;

  /** Dies at the n-th point from now on; never, if it is 0. */
  synchronized void at(int n) {
    passed.clear();
    deadly = n;
  }

  synchronized void point(String where) {
    passed.add(where);
    if (passed.size() == deadly) {
      throw new NodeDied(where);
    }
  }

  synchronized int points() {
    return passed.size();
  }

  synchronized String lastPoint() {
    return passed.isEmpty() ? "nowhere" : passed.get(passed.size() - 1);
  }
}
