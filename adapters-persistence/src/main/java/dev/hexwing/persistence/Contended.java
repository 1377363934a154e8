package dev.hexwing.persistence;

import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * A query for rows that several want at once; whoever gets a row locks it, and the others pass it
 * over.
 *
 * @param type the row
 * @param select columns and table
 * @param where which rows
 * @param order which first
 * @param name what tells one row from all others, as a condition
 * @param named gives that condition its values
 */
record Contended<T>(
    Class<T> type,
    String select,
    String where,
    String order,
    String name,
    BiFunction<Query, T, Query> named) {

  /** The first rows in order, without a lock. */
  String first() {
    return select + " where " + where + " order by " + order + " limit :limit";
  }

  /** The first rows in order that nobody has locked. */
  String firstLocked() {
    return first() + " for update skip locked";
  }

  /** One row, if it is still wanted and nobody has locked it. */
  String oneLocked() {
    return select + " where " + where + " and " + name + " for update skip locked";
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
