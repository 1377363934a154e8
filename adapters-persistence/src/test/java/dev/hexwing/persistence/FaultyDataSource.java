package dev.hexwing.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose connections break at a moment that the test names, once: within this process,
 * or on the wire if there is a gate before the server.
 */
final class FaultyDataSource {

  /** When the connection breaks. */
  enum Fault {
    NONE,
    AT_A_READ,
    BEFORE_COMMIT,
    AFTER_COMMIT,
    /** On the wire: the server gets half of what is sent with the commit. */
    REQUEST_CUT,
    /** On the wire: the server commits, and its answer is lost. */
    ANSWER_LOST
  }

  private final @Nullable TcpGate gate;
  private final AtomicInteger commitsBefore = new AtomicInteger();

  private final AtomicReference<Fault> next = new AtomicReference<>(Fault.NONE);

  FaultyDataSource() {
    this(null);
  }

  FaultyDataSource(@Nullable TcpGate gate) {
    this.gate = gate;
  }

  void breakOnce(Fault fault) {
    breakAtCommit(1, fault);
  }

  /** Breaks around the commit of that number from now on. */
  void breakAtCommit(int number, Fault fault) {
    commitsBefore.set(number - 1);
    next.set(fault);
  }

  /** Whether the connection has broken since it was last asked to. */
  boolean hasBroken() {
    return next.get() == Fault.NONE;
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
    Fault fault = Objects.requireNonNull(next.get(), "fault");
    if (fault == Fault.NONE || fault == Fault.AT_A_READ || commitsBefore.getAndDecrement() > 0) {
      return commit.take();
    }
    next.set(Fault.NONE);
    switch (fault) {
      case BEFORE_COMMIT -> throw broken(connection);
      case REQUEST_CUT -> gate().cutNextRequest();
      case ANSWER_LOST -> gate().loseNextAnswer();
      default -> {
        commit.take();
        throw broken(connection);
      }
    }
    return commit.take();
  }

  private TcpGate gate() {
    return Objects.requireNonNull(gate, "a fault on the wire needs a gate");
  }

  /** Locks of the dead go with them; a pool would give them up whenever it gets to it. */
  private static SQLException broken(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
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
