package dev.hexwing.persistence;

import java.sql.SQLException;

/** The connection broke around a commit, so that it may have gone through. */
final class CommitFailed extends Exception {

  private static final long serialVersionUID = 1L;

  CommitFailed(SQLException cause) {
    super(cause);
  }

  @Override
  public synchronized SQLException getCause() {
    return (SQLException) super.getCause();
  }
}
