package dev.hexwing.persistence;

/**
 * Rows that are over, and what is done with them; the eldest first, a bounded number at a time.
 *
 * @param change the beginning of the statement, up to its condition
 * @param table which table
 * @param where which rows are over; asks for one value, an age in microseconds
 * @param order by what they age
 */
record Over(String change, String table, String where, String order) {

  /** For a database that passes over rows that somebody has in hand, and finds rows by place. */
  String byPlace() {
    return change
        + " where ctid = any(array(select ctid from "
        + table
        + " where "
        + where
        + " order by "
        + order
        + " limit ? for update skip locked))";
  }

  /** For a database that bounds a change by itself. */
  String bounded() {
    return change + " where " + where + " fetch first ? rows only";
  }
}
