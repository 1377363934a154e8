package dev.hexwing.persistence;

import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * A query for rows that several want at once; whoever gets a row locks it, and the others pass it
 * over.
 *
 * @param type the row
 * @param columns what is read of it
 * @param table the table, and its name in the conditions
 * @param where which rows
 * @param order which first
 * @param name what tells one row from all others, as a condition
 * @param named gives that condition its values
 */
record Contended<T>(
    Class<T> type,
    String columns,
    String table,
    String where,
    String order,
    String name,
    BiFunction<Query, T, Query> named) {

  private static final String SKIP_LOCKED = " for update skip locked";

  /** The first rows in order, without a lock. */
  String first() {
    return first(columns, ":limit");
  }

  private String first(String selected, String limit) {
    return "select %s from %s where %s order by %s limit %s"
        .formatted(selected, table, where, order, limit);
  }

  /** The first rows in order that nobody has locked. */
  String firstLocked() {
    return first() + SKIP_LOCKED;
  }

  /** Where those rows lie, on a database that tells; a question mark stands for how many. */
  String placesLocked() {
    return first("ctid", "?") + SKIP_LOCKED;
  }

  /** One row, if it is still wanted and nobody has locked it. */
  String oneLocked() {
    return "select %s from %s where %s and %s".formatted(columns, table, where, name) + SKIP_LOCKED;
  }

  /** Gives the conditions their values. */
  @FunctionalInterface
  interface Values {
    Query bind(Query query);
  }

  Query query(Handle handle, String sql, Values values) {
    return values.bind(handle.createQuery(sql));
  }
}
