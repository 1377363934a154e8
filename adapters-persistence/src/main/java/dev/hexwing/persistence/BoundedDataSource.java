package dev.hexwing.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Hands out connections that give up on a silent server, in finer steps than whole seconds. */
final class BoundedDataSource implements DataSource {

  private final DataSource source;
  private final Duration silence;

  BoundedDataSource(DataSource source, Duration silence) {
    this.source = source;
    this.silence = silence;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return bounded(source.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return bounded(source.getConnection(user, password));
  }

  private Connection bounded(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(silence.toMillis()));
    return connection;
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
