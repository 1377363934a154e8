package dev.hexwing.persistence;

import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.application.store.WriteConflict.Subject;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells outages, conflicts and bugs apart. */
final class Failures {

  private Failures() {}

  /** What to throw for a failure before the commit: nothing was kept. */
  static RuntimeException of(Exception failure, Dialect dialect) {
    @Nullable SQLException e = sqlException(failure);
    if (e == null) {
      return new IllegalStateException("the store failed", failure);
    }
    if (isOutage(e) || dialect.isOutage(e)) {
      return new StoreUnavailable("the store is away or too slow", failure, false);
    }
    if (dialect.isContention(e)) {
      return (WriteConflict)
          new WriteConflict(Subject.TRANSACTION, "what it needed").initCause(failure);
    }
    return new IllegalStateException("the store refused a statement", failure);
  }

  /** What to throw for a failure that may have come after the commit. */
  static StoreUnavailable aroundCommit(Exception failure) {
    return new StoreUnavailable("the store went away around a commit", failure, true);
  }

  private static boolean isOutage(SQLException e) {
    return e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLRecoverableException
        || e instanceof SQLTimeoutException;
  }

  private static @Nullable SQLException sqlException(Throwable failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException e) {
        return e;
      }
    }
    return null;
  }
}
