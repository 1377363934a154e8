package dev.hexwing.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2's file, open from the first connection to the last, and then left as a kill would leave it.
 *
 * <p>H2 closes a file with a note that it was closed in order. Should the power fail while it does
 * and the note reach the disk before what it speaks of, H2 believes it, and opens the oldest state
 * that it has. Everything is on the disk by then, so nothing is written at the end.
 */
final class KeptOpen implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(KeptOpen.class);
  private static final String OTHERS =
      "select count(*) from information_schema.sessions where session_id <> session_id()";

  private final Connection connection;

  private KeptOpen(Connection connection) {
    this.connection = connection;
  }

  static KeptOpen open(DataSource source) throws SQLException {
    return new KeptOpen(source.getConnection());
  }

  /** To be called after all other connections are closed. */
  @Override
  public void close() {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("checkpoint sync");
      if (!hasOthers(statement)) {
        statement.execute("shutdown immediately");
      }
    } catch (SQLException e) {
      if (!isClosed(e)) {
        log.warn("the database's file was not closed in order", e);
      }
    }
  }

  private static boolean hasOthers(Statement statement) throws SQLException {
    try (ResultSet others = statement.executeQuery(OTHERS)) {
      return others.next() && others.getInt(1) > 0;
    }
  }

  private static boolean isClosed(SQLException e) {
    return e.getErrorCode() == 90121;
  }
}
