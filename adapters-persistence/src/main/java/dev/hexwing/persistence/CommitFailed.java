package dev.hexwing.persistence;

import java.sql.SQLException;

/** The connection broke around a commit, so that it may have gone through. */
final class CommitFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final SQLException failure;

  CommitFailed(SQLException failure) {
    super(failure);
    this.failure = failure;
  }

  SQLException failure() {
    return failure;
  }
}
