package dev.hexwing.persistence;

import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A query for at most one row by its key, for what every payment asks: with plain JDBC, because the
 * mapping layer would cost as much again as the query.
 *
 * @param template the statement, with a question mark for each part of the key
 * @param reader reads the row
 */
record Lookup<R>(String template, RowReader<R> reader) {

  /** Reads what a row holds. */
  @FunctionalInterface
  interface RowReader<R> {
    R read(ResultSet row) throws SQLException;
  }

  /** On a connection of its own. */
  Option<R> run(DataSource pool, Dialect dialect, Object... key) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return run(connection, dialect, key);
    }
  }

  Option<R> run(Connection connection, Dialect dialect, Object... key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(dialect.sql(template))) {
      for (int i = 0; i < key.length; i++) {
        statement.setObject(i + 1, key[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Option.some(reader.read(row)) : Option.none();
      }
    }
  }
}
