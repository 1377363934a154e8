package dev.hexwing.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads columns that must be there, and those that need not. */
final class Columns {

  private Columns() {}

  static String text(ResultSet row, String column) throws SQLException {
    return present(textIfAny(row, column), column);
  }

  static @Nullable String textIfAny(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return present(uuidIfAny(row, column), column);
  }

  static @Nullable UUID uuidIfAny(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return present(momentIfAny(row, column), column);
  }

  static @Nullable Instant momentIfAny(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  static @Nullable Integer countIfAny(ResultSet row, String column) throws SQLException {
    int count = row.getInt(column);
    return row.wasNull() ? null : count;
  }

  private static <T> T present(@Nullable T value, String column) throws SQLException {
    if (value == null) {
      throw new SQLException(column + " is null");
    }
    return value;
  }
}
