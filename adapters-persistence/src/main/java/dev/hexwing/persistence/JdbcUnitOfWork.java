package dev.hexwing.persistence;

import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Transactions on a database. */
final class JdbcUnitOfWork implements UnitOfWork {

  private final DataSource pool;
  private final Jdbi jdbi;
  private final Dialect dialect;
  private final FinishedKeys finishedKeys;
  private final Runnable afterNewEvents;

  JdbcUnitOfWork(
      DataSource pool,
      Jdbi jdbi,
      Dialect dialect,
      FinishedKeys finishedKeys,
      Runnable afterNewEvents) {
    this.pool = pool;
    this.jdbi = jdbi;
    this.dialect = dialect;
    this.finishedKeys = finishedKeys;
    this.afterNewEvents = afterNewEvents;
  }

  @Override
  public <R> R execute(Function<Stores, R> work) {
    R result;
    boolean sendsOff;
    try (JdbcTransaction transaction =
        new JdbcTransaction(pool, jdbi, dialect, finishedKeys, false)) {
      try {
        result = work.apply(transaction);
        transaction.commit();
        sendsOff = transaction.sendsOff();
      } catch (Throwable e) {
        transaction.rollback(e);
        throw e;
      }
    }
    if (sendsOff) {
      afterNewEvents.run();
    }
    return result;
  }

  @Override
  public <R> R read(Function<Stores, R> work) {
    try (JdbcTransaction transaction =
        new JdbcTransaction(pool, jdbi, dialect, finishedKeys, true)) {
      R result = work.apply(transaction);
      transaction.settle();
      return result;
    }
  }
}
