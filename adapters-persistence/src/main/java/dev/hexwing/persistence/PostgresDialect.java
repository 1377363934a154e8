package dev.hexwing.persistence;

import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.persistence.Contended.Values;
import dev.hexwing.persistence.Write.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * PostgreSQL: all writes of a transaction, and its commit, go in one round trip.
 *
 * <p>That a write found its row is checked where it runs, because an error there keeps everything
 * behind it, the commit included, from happening.
 */
final class PostgresDialect implements Dialect {

  private static final String STALE = "HX001";
  private static final String UNIQUE_VIOLATION = "23505";

  /** The driver would have it answered by itself, and its thread woken for that. */
  private static final String BEGIN = "begin;\n";

  private static final String COMMIT = "commit";

  /** The server does not wait for its disk; what comes after it on the disk comes after this. */
  private static final String COMMIT_LOOSELY = "set local synchronous_commit = off;\ncommit";

  private static final String STATEMENT_TOO_SLOW = "57014";

  private static final Map<String, Subject> SUBJECTS =
      Map.ofEntries(
          Map.entry("orders_key", Subject.ORDER),
          Map.entry("payment_events_key", Subject.PAYMENT),
          Map.entry("open_payments_key", Subject.OPEN_PAYMENT),
          Map.entry("drones_key", Subject.DRONE),
          Map.entry("drones_delivery", Subject.DRONE),
          Map.entry("deliveries_key", Subject.DELIVERY),
          Map.entry("deliveries_order", Subject.DELIVERY),
          Map.entry("idempotency_keys_key", Subject.KEY),
          Map.entry("inbox_key", Subject.INBOX),
          Map.entry("consumer_starts_key", Subject.START),
          Map.entry("journey_generations_key", Subject.REBUILD),
          Map.entry("dead_letters_name", Subject.TRANSACTION));

  private final String now;
  private final Map<String, String> rendered = new ConcurrentHashMap<>();
  private final Map<String, String> guarded = new ConcurrentHashMap<>();

  PostgresDialect() {
    this("clock_timestamp()");
  }

  PostgresDialect(String now) {
    this.now = now;
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
                .replace("{later}", "({now} + ? * interval '1 microsecond')")
                .replace("{earlier}", "({now} - ? * interval '1 microsecond')")
                .replace("{now}", now));
  }

  private static String unsent(String text) {
    String oldest =
        OLDEST_UNSENT
            .matcher(text)
            .replaceAll(
                """
                (select version from outbox
                   where aggregate_id = $1 and state <> 'SENT' order by version limit 1)\
                """);
    return UNSENT.matcher(oldest).replaceAll("$1.aggregate_id = $2 and $1.state <> 'SENT'");
  }

  @Override
  public String migrations() {
    return "postgresql";
  }

  @Override
  public void send(Connection connection, List<Write> writes) throws SQLException {
    send(connection, "", writes, "");
  }

  @Override
  public boolean sendsWhole() {
    return true;
  }

  @Override
  public void sendAndCommit(Connection connection, List<Write> writes, boolean durably)
      throws SQLException, CommitFailed {
    String begin = connection.getAutoCommit() ? BEGIN : "";
    String commit = durably || writes.isEmpty() ? COMMIT : COMMIT_LOOSELY;
    try {
      send(connection, begin, writes, commit);
    } catch (SQLException e) {
      // An error that the server reports about a statement keeps the commit behind it from
      // happening; a connection that broke leaves that open.
      if (isOutage(e) && !STATEMENT_TOO_SLOW.equals(e.getSQLState())) {
        throw new CommitFailed(e);
      }
      throw e;
    }
  }

  private void send(Connection connection, String begin, List<Write> writes, String end)
      throws SQLException {
    StringBuilder text = new StringBuilder(2_000).append(begin);
    for (Write write : writes) {
      text.append(write.rows() == Rows.ONE ? guarded(write) : sql(write.template())).append(";\n");
    }
    text.append(end);
    try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
      int index = 1;
      for (Write write : writes) {
        index = write.bind(statement, index);
        if (write.rows() == Rows.ONE) {
          statement.setString(index++, write.subject().name());
          statement.setString(index++, write.which());
        }
      }
      statement.execute();
    } catch (SQLException e) {
      throw conflict(e, writes);
    }
  }

  private String guarded(Write write) {
    return guarded.computeIfAbsent(
        write.template(),
        template ->
            "with changed as ("
                + sql(template)
                + " returning 1) select hexwing_expect_one(count(*), ?, ?) from changed");
  }

  /** Throws the conflict if it is one, hands the exception back if not. */
  private static SQLException conflict(SQLException e, List<Write> writes) {
    if (STALE.equals(e.getSQLState())) {
      String message = serverMessage(e);
      throw first(writes, Subject.valueOf(message.substring(0, message.indexOf(' '))), message);
    }
    if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
      @Nullable Subject subject = SUBJECTS.get(constraint(e));
      if (subject != null) {
        throw first(writes, subject, "");
      }
    }
    return e;
  }

  private static WriteConflict first(List<Write> writes, Subject subject, String message) {
    for (Write write : writes) {
      if (write.subject() == subject && message.endsWith(write.which())) {
        return write.conflict();
      }
    }
    return writes.stream()
        .filter(write -> write.subject() == subject)
        .findFirst()
        .map(Write::conflict)
        .orElseGet(() -> new WriteConflict(subject, message));
  }

  private static String constraint(SQLException e) {
    @Nullable ServerErrorMessage error = serverError(e);
    @Nullable String constraint = error == null ? null : error.getConstraint();
    return constraint == null ? "" : constraint;
  }

  private static String serverMessage(SQLException e) {
    @Nullable ServerErrorMessage error = serverError(e);
    @Nullable String message = error == null ? null : error.getMessage();
    return message == null ? "TRANSACTION " : message;
  }

  private static @Nullable ServerErrorMessage serverError(SQLException e) {
    return e instanceof PSQLException server ? server.getServerErrorMessage() : null;
  }

  @Override
  public List<Write> noteOnce(String table, Note key, List<Note> notes) {
    String columns = notes.stream().map(Note::column).collect(Collectors.joining(", "));
    String marks = notes.stream().map(note -> "?").collect(Collectors.joining(", "));
    String keep =
        notes.stream()
            .map(Note::column)
            .map(column -> "%2$s = coalesce(%1$s.%2$s, excluded.%2$s)".formatted(table, column))
            .collect(Collectors.joining(", "));
    Write write =
        key.addTo(
            Write.changingAny(
                "insert into %s (%s, %s) values (?, %s) on conflict (%s) do update set %s"
                    .formatted(table, key.column(), columns, marks, key.column(), keep)));
    notes.forEach(note -> note.addTo(write));
    return List.of(write);
  }

  @Override
  public List<Write> noteEarliest(String table, Note key, List<Note> notes, long generation) {
    String columns = columns(notes, "%s");
    Write write =
        key.addTo(
            Write.changingAny(
                """
                insert into %1$s as known (generation, %2$s, %3$s)
                select generation, ?, %4$s from journey_generations where %5$s order by generation
                on conflict (generation, %2$s) do update set (%3$s) = row(%6$s)
                where known.%7$s is null or row(%6$s) < row(%8$s)
                """
                    .formatted(
                        table,
                        key.column(),
                        columns,
                        notes.stream().map(note -> "?").collect(Collectors.joining(", ")),
                        HEARING,
                        columns(notes, "excluded.%s"),
                        notes.getFirst().column(),
                        columns(notes, "known.%s"))));
    notes.forEach(note -> note.addTo(write));
    return List.of(write.number(generation).number(generation));
  }

  private static String columns(List<Note> notes, String form) {
    return notes.stream()
        .map(note -> form.formatted(note.column()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public <T> List<T> lockFirst(Handle handle, Contended<T> rows, Values values, int limit) {
    return rows.query(handle, sql(rows.firstLocked()), values)
        .bind("limit", limit)
        .mapTo(rows.type())
        .list();
  }

  @Override
  public boolean looksUpTogether() {
    return true;
  }

  @Override
  public boolean claimsAlone() {
    return true;
  }

  /**
   * In one statement, which changes the rows where they lie rather than look each up again; with
   * plain JDBC, because a relay that is busy does little else.
   */
  @Override
  public List<OutboxRow> claimFirst(
      Handle handle, Contended<OutboxRow> heads, Duration lease, int limit) throws SQLException {
    String claim =
        """
        update outbox
        set token = token + 1, held_until = {now} + ? * interval '1 microsecond'
        where ctid = any(array(%s))
          and (select set_config('synchronous_commit', 'off', true)) = 'off'
        returning %s
        """
            .formatted(heads.placesLocked(), OutboxRow.COLUMNS);
    List<OutboxRow> claimed = new ArrayList<>();
    try (PreparedStatement statement = handle.getConnection().prepareStatement(sql(claim))) {
      statement.setLong(1, Durations.toMicros(lease));
      statement.setInt(2, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          claimed.add(OutboxRow.read(rows));
        }
      }
    }
    return claimed;
  }

  @Override
  public String changeEldest(Over over) {
    return sql(over.byPlace());
  }

  @Override
  public boolean isContention(SQLException e) {
    return switch (state(e)) {
      // serialization failure, deadlock, lock not available
      case "40001", "40P01", "55P03" -> true;
      default -> false;
    };
  }

  @Override
  public boolean isOutage(SQLException e) {
    String state = state(e);
    // connection, resources, operator intervention (a cancelled slow statement among it), system
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.startsWith("58");
  }

  private static String state(SQLException e) {
    @Nullable String state = e.getSQLState();
    return state == null ? "" : state;
  }
}
