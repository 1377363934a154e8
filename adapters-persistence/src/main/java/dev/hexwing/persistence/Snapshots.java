package dev.hexwing.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has H2 write what is committed to its file, and force it to the disk, once for all commits that
 * wait for it, and only while no transaction is under way.
 *
 * <p>What H2 writes is its tables and indexes, one after the other. A transaction that works or
 * commits meanwhile would be in some and not in others, and if the process dies before the next
 * time, the file stays like that: an order that is paid and an event that is missing. H2's own
 * writing, by time, is therefore put off for good ({@code WRITE_DELAY}), and so is its own way of
 * using the file's room again (see {@link Compaction}).
 *
 * <p>Transactions here take milliseconds. One that stands still for a second is waited for no
 * longer, so that it does not keep everybody else from committing.
 */
final class Snapshots {

  private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
  private static final long PATIENCE_SECONDS = 5;
  private static final long LONGEST_TRANSACTION_SECONDS = 1;

  /** Transactions share it; whoever writes to the file has it alone. */
  private final ReadWriteLock underWay = new ReentrantReadWriteLock();

  private final ReentrantLock taking = new ReentrantLock();
  private final AtomicLong commits = new AtomicLong();
  private final Compaction compaction;

  /** How many of the commits are on the disk; nobody knows before the first time. */
  private volatile long taken = -1;

  Snapshots() {
    this(new Compaction());
  }

  Snapshots(Compaction compaction) {
    this.compaction = compaction;
  }

  /** To be called by a transaction's thread before its first statement that locks or writes. */
  void keepAway() throws SQLException {
    acquire(underWay.readLock());
  }

  /** To be called by the same thread after the transaction. */
  void letBeTaken() {
    underWay.readLock().unlock();
  }

  /** To be called before a commit that whoever sees it must not lose any more. */
  void announce() {
    commits.incrementAndGet();
  }

  /** Whether all that was announced is on the disk. */
  boolean isTaken() {
    return taken >= commits.get();
  }

  /** Returns once all that was announced is on the disk, by whomever. */
  void take(Connection connection) throws SQLException {
    long announced = commits.get();
    acquire(taking);
    try {
      if (taken < announced) {
        taken = takeInSilence(connection);
      }
    } finally {
      taking.unlock();
    }
  }

  private long takeInSilence(Connection connection) throws SQLException {
    Lock alone = underWay.writeLock();
    if (!isAcquired(alone, LONGEST_TRANSACTION_SECONDS)) {
      log.warn("a transaction stands still; the database's file is written beside it");
      return takeNow(connection);
    }
    try {
      long covered = takeNow(connection);
      compaction.goOn(connection);
      return covered;
    } finally {
      alone.unlock();
    }
  }

  private long takeNow(Connection connection) throws SQLException {
    long covered = commits.get();
    try (Statement statement = connection.createStatement()) {
      statement.execute("checkpoint sync");
    }
    return covered;
  }

  private static void acquire(Lock lock) throws SQLException {
    if (!isAcquired(lock, PATIENCE_SECONDS)) {
      throw new SQLTimeoutException("the database's file was not free in time");
    }
  }

  private static boolean isAcquired(Lock lock, long patienceSeconds) throws SQLException {
    try {
      return lock.tryLock(patienceSeconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTimeoutException("interrupted while the database's file was not free", e);
    }
  }
}
