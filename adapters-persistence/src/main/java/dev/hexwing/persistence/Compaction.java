package dev.hexwing.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Gives room in H2's file back, step by step.
 *
 * <p>Each time that H2 writes, it appends a chunk of all pages that changed, and older chunks hold
 * less and less that is still of use. A chunk's room is taken again once nothing in it is; for
 * that, the rest of the worst is brought along with what is written next. H2 would do so in the
 * background, at a time of its own choice: see {@link Snapshots}.
 *
 * <p>Not safe for several threads at once.
 */
final class Compaction {

  private static final int WRITES_BETWEEN_STEPS = 16;

  /** Nothing is done while at least so much of all chunks is of use, in percent. */
  private static final int ENOUGH_OF_USE = 30;

  /** Far below what makes H2 write at once, which is 4 MiB in the smallest heaps. */
  private static final int BYTES_IN_A_STEP = 256 * 1024;

  private int writes;

  /** To be called before H2 is told to write, while no transaction is under way. */
  void goOn(Connection connection) throws SQLException {
    writes++;
    if (writes < WRITES_BETWEEN_STEPS) {
      return;
    }
    writes = 0;
    if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
      MVStore store = session.getDatabase().getStore().getMvStore();
      store.compact(ENOUGH_OF_USE, BYTES_IN_A_STEP);
    }
  }
}
