package dev.hexwing.persistence;

import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.application.store.WriteConflict.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One statement that waits to be sent, its values, and what it contends for. */
final class Write {

  /** How many rows a statement must touch. */
  enum Rows {
    /** Exactly one new row, or the database itself objects. */
    INSERTED,
    /** Exactly one; none means that another was there first. */
    ONE,
    /** However many there are. */
    ANY
  }

  /** Sets one value. */
  private interface Value {
    void set(PreparedStatement statement, int index) throws SQLException;
  }

  private final String template;
  private final Rows rows;
  private final Subject subject;
  private final String which;
  private final List<Value> values = new ArrayList<>(16);

  private Write(String template, Rows rows, Subject subject, Object which) {
    this.template = template;
    this.rows = rows;
    this.subject = subject;
    this.which = which.toString();
  }

  static Write inserting(String template, Subject subject, Object which) {
    return new Write(template, Rows.INSERTED, subject, which);
  }

  static Write changingOne(String template, Subject subject, Object which) {
    return new Write(template, Rows.ONE, subject, which);
  }

  static Write changingAny(String template) {
    return new Write(template, Rows.ANY, Subject.TRANSACTION, "");
  }

  Write text(@Nullable String text) {
    return add(text, Types.VARCHAR);
  }

  Write uuid(@Nullable UUID uuid) {
    return add(uuid, Types.OTHER);
  }

  Write number(long number) {
    return add(number, Types.BIGINT);
  }

  Write count(@Nullable Integer count) {
    return add(count, Types.INTEGER);
  }

  Write decimal(double decimal) {
    return add(decimal, Types.DOUBLE);
  }

  /** Cut to the microsecond, because one database would cut and another round. */
  Write moment(@Nullable Instant moment) {
    return add(
        moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }

  Write duration(Duration duration) {
    return number(Durations.toMicros(duration));
  }

  Write texts(Collection<String> texts) {
    return array("varchar", texts);
  }

  Write numbers(Collection<Long> numbers) {
    return array("bigint", numbers);
  }

  private Write array(String type, Collection<?> items) {
    values.add(
        (statement, index) -> {
          Connection connection = statement.getConnection();
          statement.setArray(index, connection.createArrayOf(type, items.toArray()));
        });
    return this;
  }

  private Write add(@Nullable Object value, int type) {
    if (value == null) {
      values.add((statement, index) -> statement.setNull(index, type));
    } else {
      values.add((statement, index) -> statement.setObject(index, value));
    }
    return this;
  }

  String template() {
    return template;
  }

  Rows rows() {
    return rows;
  }

  Subject subject() {
    return subject;
  }

  String which() {
    return which;
  }

  /** Sets the values from an index on and tells the next free one. */
  int bind(PreparedStatement statement, int from) throws SQLException {
    int index = from;
    for (Value value : values) {
      value.set(statement, index++);
    }
    return index;
  }

  WriteConflict conflict() {
    return new WriteConflict(subject, which);
  }
}
