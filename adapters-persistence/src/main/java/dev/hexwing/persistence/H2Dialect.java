package dev.hexwing.persistence;

import dev.hexwing.persistence.Contended.Values;
import dev.hexwing.persistence.Write.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** H2, embedded: statement after statement, because there are no round trips to save. */
final class H2Dialect implements Dialect {

  private static final String UNIQUE_VIOLATION = "23505";

  /** How many locked rows are passed over before the rest is left for the next time. */
  private static final int LOOKED_PAST = 20;

  private static final String CLAIM =
      "update outbox set token = token + 1, held_until = {later} where position = any(?)";

  private final String now;
  private final Snapshots snapshots;
  private final Map<String, String> rendered = new ConcurrentHashMap<>();

  H2Dialect() {
    this("hexwing_now()");
  }

  H2Dialect(String now) {
    this(now, new Snapshots());
  }

  H2Dialect(Snapshots snapshots) {
    this("hexwing_now()", snapshots);
  }

  private H2Dialect(String now, Snapshots snapshots) {
    this.now = now;
    this.snapshots = snapshots;
  }

  @Override
  public String sql(String template) {
    String known = rendered.get(template);
    return known == null ? render(template) : known;
  }

  private String render(String template) {
    return rendered.computeIfAbsent(
        template,
        text ->
            unsent(text.strip())
                .replace("{later}", "dateadd(microsecond, ?, {now})")
                .replace("{earlier}", "dateadd(microsecond, -cast(? as bigint), {now})")
                .replace("{now}", now));
  }

  private static String unsent(String text) {
    String oldest =
        OLDEST_UNSENT
            .matcher(text)
            .replaceAll(
                """
                (select version from outbox
                   where unsent_of = $1 order by unsent_of, version limit 1)\
                """);
    return UNSENT.matcher(oldest).replaceAll("$1.unsent_of = $2");
  }

  @Override
  public String migrations() {
    return "h2";
  }

  @Override
  public void send(Connection connection, List<Write> writes) throws SQLException {
    for (Write write : writes) {
      send(connection, write);
    }
  }

  private void send(Connection connection, Write write) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(write.template()))) {
      write.bind(statement, 1);
      int changed = statement.executeUpdate();
      if (write.rows() != Rows.ANY && changed != 1) {
        throw write.conflict();
      }
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState()) || isContention(e)) {
        throw write.conflict();
      }
      throw e;
    }
  }

  @Override
  public void sendAndCommit(Connection connection, List<Write> writes, boolean durably)
      throws SQLException, CommitFailed {
    send(connection, writes);
    if (durably) {
      snapshots.announce();
    }
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new CommitFailed(e);
    }
  }

  @Override
  public void begins() throws SQLException {
    snapshots.keepAway();
  }

  @Override
  public void ended() {
    snapshots.letBeTaken();
  }

  @Override
  public boolean isSettled() {
    return snapshots.isTaken();
  }

  @Override
  public void settle(Connection connection) throws SQLException {
    snapshots.take(connection);
  }

  @Override
  public List<Write> noteOnce(String table, Note key, List<Note> notes) {
    List<Write> writes = new ArrayList<>();
    writes.add(
        key.addTo(
            Write.changingAny(
                "merge into %1$s (%2$s) key (%2$s) values (?)".formatted(table, key.column()))));
    for (Note note : notes) {
      Write write =
          Write.changingAny(
              "update %1$s set %2$s = ? where %3$s = ? and %2$s is null"
                  .formatted(table, note.column(), key.column()));
      writes.add(key.addTo(note.addTo(write)));
    }
    return writes;
  }

  @Override
  public List<Write> noteEarliest(String table, Note key, List<Note> notes, long generation) {
    Write row =
        key.addTo(
                Write.changingAny(
                    """
                    merge into %1$s (generation, %2$s) key (generation, %2$s)
                    select generation, cast(? as %3$s) from journey_generations where %4$s
                    """
                        .formatted(table, key.column(), key.type(), HEARING)))
            .number(generation)
            .number(generation);
    Write moment =
        Write.changingAny(
            """
            update %s set %s
            where %s = ?
              and generation in (select generation from journey_generations where %s)
              and (%s is null or (%s) > (%s))
            """
                .formatted(
                    table,
                    each(notes, note -> note.column() + " = ?"),
                    key.column(),
                    HEARING,
                    notes.getFirst().column(),
                    each(notes, Note::column),
                    each(notes, note -> "cast(? as " + note.type() + ")")));
    notes.forEach(note -> note.addTo(moment));
    key.addTo(moment).number(generation).number(generation);
    notes.forEach(note -> note.addTo(moment));
    return List.of(row, moment);
  }

  private static String each(List<Note> notes, Function<Note, String> form) {
    return notes.stream().map(form).collect(Collectors.joining(", "));
  }

  /** H2 locks every row that it sorts, the ones past the limit too, so it is asked row by row. */
  @Override
  public <T> List<T> lockFirst(Handle handle, Contended<T> rows, Values values, int limit) {
    List<T> candidates =
        rows.query(handle, sql(rows.first()), values)
            .bind("limit", limit + LOOKED_PAST)
            .mapTo(rows.type())
            .list();
    List<T> locked = new ArrayList<>();
    for (T candidate : candidates) {
      if (locked.size() == limit) {
        break;
      }
      rows.named()
          .apply(rows.query(handle, sql(rows.oneLocked()), values), candidate)
          .mapTo(rows.type())
          .findOne()
          .ifPresent(locked::add);
    }
    return locked;
  }

  @Override
  public List<OutboxRow> claimFirst(
      Handle handle, Contended<OutboxRow> heads, Duration lease, int limit) {
    List<OutboxRow> locked = lockFirst(handle, heads, query -> query, limit);
    if (locked.isEmpty()) {
      return locked;
    }
    Object[] claimed = locked.stream().map(OutboxRow::position).toArray();
    handle
        .createUpdate(sql(CLAIM))
        .bind(0, Durations.toMicros(lease))
        .bind(1, (Argument) (index, claim, context) -> claim.setObject(index, claimed))
        .execute();
    return locked.stream().map(OutboxRow::claimed).toList();
  }

  @Override
  public String changeEldest(Over over) {
    return sql(over.bounded());
  }

  @Override
  public boolean isContention(SQLException e) {
    return switch (e.getErrorCode()) {
      // deadlock, lock time-out, concurrent update
      case 40001, 50200, 90131 -> true;
      default -> false;
    };
  }

  @Override
  public boolean isOutage(SQLException e) {
    return switch (e.getErrorCode()) {
      // connection broken, I/O, file corrupted, out of memory, closed, locked by another process
      case 90067, 90028, 90031, 90030, 90108, 90098, 90121, 90020, 57014 -> true;
      default -> e.getSQLState() != null && e.getSQLState().startsWith("08");
    };
  }
}
