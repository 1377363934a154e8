package dev.hexwing.architecture;

import java.util.List;

/**
 * A layout for classes that have none yet.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param yaml the text of the layout file; doubtful entries carry a comment
 * @param unsure what somebody should look at, one sentence each
 */
public record Proposal(String yaml, List<String> unsure) {

  /** Keeps its own copy. */
  public Proposal {
    unsure = List.copyOf(unsure);
  }
}
