package dev.hexwing.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose connections break at a moment that the test names, once. */
final class FaultyDataSource {

  /** When the connection breaks. */
  enum Fault {
    NONE,
    AT_A_READ,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final AtomicReference<Fault> next = new AtomicReference<>(Fault.NONE);

  void breakOnce(Fault fault) {
    next.set(fault);
  }

  DataSource around(DataSource source) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object result = call(source, method, arguments);
          return result instanceof Connection connection ? faulty(connection) : result;
        });
  }

  private Connection faulty(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("commit")) {
            return committing(connection, () -> call(connection, method, arguments));
          }
          Object result = call(connection, method, arguments);
          if (result instanceof PreparedStatement statement && arguments != null) {
            return faulty(connection, statement, String.valueOf(arguments[0]));
          }
          return result;
        });
  }

  private PreparedStatement faulty(Connection connection, PreparedStatement statement, String sql) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (method.getName().equals("execute") || method.getName().equals("executeQuery")) {
            if (sql.endsWith("commit")) {
              return committing(connection, () -> call(statement, method, arguments));
            }
            if (sql.startsWith("select") && next.compareAndSet(Fault.AT_A_READ, Fault.NONE)) {
              throw broken(connection);
            }
          }
          return call(statement, method, arguments);
        });
  }

  private @Nullable Object committing(Connection connection, Step commit) throws Throwable {
    if (next.compareAndSet(Fault.BEFORE_COMMIT, Fault.NONE)) {
      throw broken(connection);
    }
    Object result = commit.take();
    if (next.compareAndSet(Fault.AFTER_COMMIT, Fault.NONE)) {
      throw broken(connection);
    }
    return result;
  }

  private static SQLException broken(Connection connection) throws SQLException {
    connection.abort(Runnable::run);
    return new SQLException("the connection broke", "08006");
  }

  /** Something that may fail. */
  private interface Step {
    @Nullable Object take() throws Throwable;
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
