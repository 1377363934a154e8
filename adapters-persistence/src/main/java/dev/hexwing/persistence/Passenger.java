package dev.hexwing.persistence;

import io.vavr.control.Option;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks for a row and may go with others; see {@link SharedLookup}.
 *
 * <p>The one who leads the trip writes down what came of it, and then lets each go.
 */
final class Passenger<R> {

  private final Object[] key;
  private final Thread thread = Thread.currentThread();
  private @Nullable Option<R> row;
  private @Nullable SQLException failure;
  private volatile boolean aboard;
  private volatile boolean back;

  Passenger(Object... key) {
    this.key = key;
  }

  Object[] key() {
    return key;
  }

  void board() {
    aboard = true;
  }

  boolean isAboard() {
    return aboard;
  }

  void found(Option<R> found) {
    row = found;
  }

  void failed(SQLException e) {
    failure = e;
  }

  /** Has the thread look again for room, or whether it is back. */
  void call() {
    LockSupport.unpark(thread);
  }

  /** The trip is over. */
  void letGo() {
    back = true;
    if (!thread.equals(Thread.currentThread())) {
      LockSupport.unpark(thread);
    }
  }

  boolean isBack() {
    return back;
  }

  /** The row if there is one; null if the trip ended without an answer to this one. */
  @Nullable Option<R> answer() throws SQLException {
    if (back && failure != null) {
      throw failure;
    }
    return back ? row : null;
  }
}
