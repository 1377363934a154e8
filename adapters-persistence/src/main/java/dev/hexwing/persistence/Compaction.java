package dev.hexwing.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

/**
 * Gives the room in H2's file back, step by step.
 *
 * <p>H2 writes a chunk of all pages that changed each time, and older chunks hold less and less
 * that is still of use. It could write over those that hold nothing any more, and while it does, a
 * killed process may leave a file whose newest chunks cannot be found, so that what was confirmed
 * is missing when it is opened. The file is therefore only appended to ({@code REUSE_SPACE}),
 * except here: H2 notes where the newest chunk is, moves what is of use to the front, and cuts the
 * file.
 *
 * <p>Not safe for several threads at once.
 */
final class Compaction {

  private static final long GROWTH_BETWEEN_STEPS = 32L * 1024 * 1024;

  /** Nothing is done while at least so much of the file is of use, in percent. */
  private static final int ENOUGH_OF_USE = 50;

  private static final int STEP_MILLIS = 100;

  private final long growthBetweenSteps;
  private long sizeAfterStep;

  Compaction() {
    this(GROWTH_BETWEEN_STEPS);
  }

  Compaction(long growthBetweenSteps) {
    this.growthBetweenSteps = growthBetweenSteps;
  }

  /** To be called when H2 has written all there is, while no transaction is under way. */
  void goOn(Connection connection) throws SQLException {
    if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
      MVStore store = session.getDatabase().getStore().getMvStore();
      FileStore<?> file = store.getFileStore();
      if (file != null && file.size() >= sizeAfterStep + growthBetweenSteps) {
        if (percentOfUse(file) < ENOUGH_OF_USE) {
          step(store);
        }
        sizeAfterStep = file.size();
      }
    }
  }

  private static int percentOfUse(FileStore<?> file) {
    return file.getFillRate() * file.getChunksFillRate() / 100;
  }

  private static void step(MVStore store) {
    int retention = store.getRetentionTime();
    store.setReuseSpace(true);
    try {
      store.compactFile(STEP_MILLIS);
    } finally {
      store.setReuseSpace(false);
      store.setRetentionTime(retention);
    }
  }
}
