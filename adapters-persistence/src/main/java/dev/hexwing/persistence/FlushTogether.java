package dev.hexwing.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Has H2 force its file to the disk after a commit, once for all commits that wait for it.
 *
 * <p>H2 hands a commit to the operating system within half a second and never forces it to the disk
 * by itself; a power cut would take what a customer was told. Transactions that commit while a
 * flush runs share the next one.
 */
final class FlushTogether {

  private final ReentrantLock flushing = new ReentrantLock();
  private final AtomicLong commits = new AtomicLong();
  private long flushed;

  /** Returns once everything that this connection committed is on the disk. */
  void afterCommit(Connection connection) throws SQLException {
    long mine = commits.incrementAndGet();
    flushing.lock();
    try {
      if (flushed >= mine) {
        return;
      }
      long covered = commits.get();
      try (Statement statement = connection.createStatement()) {
        statement.execute("checkpoint sync");
      }
      flushed = covered;
    } finally {
      flushing.unlock();
    }
  }
}
