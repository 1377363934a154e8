package dev.hexwing.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Hands out connections that give up on a silent server, in finer steps than whole seconds. */
final class ImpatientPostgres extends PGSimpleDataSource {

  private static final long serialVersionUID = 1L;
  private static final Duration SILENCE = Duration.ofMillis(1_500);

  @Override
  public Connection getConnection() throws SQLException {
    return bounded(super.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return bounded(super.getConnection(user, password));
  }

  private static Connection bounded(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(SILENCE.toMillis()));
    return connection;
  }
}
