package dev.hexwing.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one transaction: taken when the first statement needs it, begun when something
 * is locked or written, and given back.
 *
 * <p>The mapping layer is opened for who reads. Who has read nothing within the transaction has it
 * begun, done and committed by one send, if the database can do that. For use by one thread.
 */
final class Session implements AutoCloseable {

  private final DataSource pool;
  private final Jdbi jdbi;
  private final Dialect dialect;
  private @Nullable Handle handle;
  private @Nullable Connection bare;
  private boolean begun;
  private boolean committed;

  Session(DataSource pool, Jdbi jdbi, Dialect dialect) {
    this.pool = pool;
    this.jdbi = jdbi;
    this.dialect = dialect;
  }

  /** A connection of its own, for who needs no other. */
  DataSource pool() {
    return pool;
  }

  boolean isOpen() {
    return handle != null;
  }

  boolean hasBegun() {
    return begun;
  }

  Handle handle() {
    Handle open = handle;
    if (open == null) {
      open = jdbi.open();
      handle = open;
    }
    return open;
  }

  /** From now on all statements are of one transaction. */
  void begin() throws SQLException {
    begin(handle().getConnection(), false);
  }

  private void begin(Connection connection, boolean bySend) throws SQLException {
    if (!begun) {
      if (!bySend) {
        connection.setAutoCommit(false);
      }
      dialect.begins();
      begun = true;
    }
  }

  /** Sends the last writes and commits; nothing else may be asked afterwards but to settle. */
  void commit(List<Write> writes, boolean durably) {
    try {
      Connection connection = connection();
      begin(connection, dialect.sendsWhole());
      dialect.sendAndCommit(connection, writes, durably);
      committed = true;
      end();
      connection.setAutoCommit(true);
    } catch (CommitFailed e) {
      throw Failures.aroundCommit(e.failure());
    } catch (JdbiException | SQLException e) {
      throw failure(e);
    }
  }

  /** Returns when what was read cannot be lost any more, so that somebody may be told. */
  void settle() {
    if (dialect.isSettled()) {
      return;
    }
    try {
      dialect.settle(connection());
    } catch (JdbiException | SQLException e) {
      throw failure(e);
    }
  }

  /** Keeps nothing; what goes wrong here is noted on the exception that led here. */
  void rollback(Throwable reason) {
    if (!begun || (handle == null && bare == null)) {
      return;
    }
    try {
      Connection connection = connection();
      connection.setAutoCommit(false);
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      reason.addSuppressed(e);
    } finally {
      end();
    }
  }

  @Override
  public void close() {
    try {
      if (handle != null) {
        handle.close();
      }
      if (bare != null) {
        bare.close();
      }
    } catch (JdbiException | SQLException e) {
      throw failure(e);
    } finally {
      handle = null;
      bare = null;
      end();
    }
  }

  private Connection connection() throws SQLException {
    if (handle != null) {
      return handle.getConnection();
    }
    Connection open = bare;
    if (open == null) {
      open = pool.getConnection();
      bare = open;
    }
    return open;
  }

  private void end() {
    if (begun) {
      begun = false;
      dialect.ended();
    }
  }

  private RuntimeException failure(Exception e) {
    return committed ? Failures.aroundCommit(e) : Failures.of(e, dialect);
  }
}
