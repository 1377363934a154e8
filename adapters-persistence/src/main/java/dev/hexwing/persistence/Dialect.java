package dev.hexwing.persistence;

import dev.hexwing.persistence.Contended.Values;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * What differs between the databases.
 *
 * <p>Statements are written once, with <code>{now}</code> for the database's moving clock and
 * <code>{later}</code> and <code>{earlier}</code> for that many microseconds after and before it.
 * <code>{unsent row of id}</code> asks for rows of the outbox that hold an event of an aggregate
 * that is not sent, by whatever an index can find without reading those that are; <code>
 * {oldest unsent of id}</code> is the version of the first of them.
 */
interface Dialect {

  /** The outbox's own words in a template. */
  Pattern OLDEST_UNSENT = Pattern.compile("\\{oldest unsent of ([^}]+)}");

  Pattern UNSENT = Pattern.compile("\\{unsent (\\w+) of ([^}]+)}");

  /** The statement in the database's own words. */
  String sql(String template);

  /** The folder of the migrations that only this database needs. */
  String migrations();

  /** Sends writes within the open transaction, each row count checked. */
  void send(Connection connection, List<Write> writes) throws SQLException;

  /** Before the first statement of a transaction that locks or writes. */
  default void begins() throws SQLException {}

  /** After a transaction that {@link #begins began} has ended, however it did. */
  default void ended() {}

  /**
   * Whether one send can be a whole transaction, on a connection that commits each statement by
   * itself.
   */
  default boolean sendsWhole() {
    return false;
  }

  /**
   * Sends writes, each row count checked, and commits.
   *
   * @param durably whether the commit must outlive a power cut
   * @throws CommitFailed if nobody knows whether the commit went through
   */
  void sendAndCommit(Connection connection, List<Write> writes, boolean durably)
      throws SQLException, CommitFailed;

  /** Whether everything that can be seen, and must outlive a power cut, will. */
  default boolean isSettled() {
    return true;
  }

  /** Outside a transaction: returns when all that can be seen now is {@link #isSettled settled}. */
  default void settle(Connection connection) throws SQLException {}

  /** Notes a moment in a row of that name unless one is noted; makes the row if there is none. */
  List<Write> noteOnce(String table, Note key, List<Note> notes);

  /**
   * Notes a moment, and what came with it, in the rows of that name of some generations, unless the
   * same or an earlier one is noted; makes the rows if there are none.
   *
   * @param notes the moment first; what came with it decides between equal moments
   * @param generation the only one; 0 for all that hear what happens
   */
  List<Write> noteEarliest(String table, Note key, List<Note> notes, long generation);

  /** Which generations of journeys a note is for; asks for two values, the generation twice. */
  String HEARING =
      """
      case when cast(? as bigint) = 0
        then state in ('SERVING', 'CATCHING_UP') else generation = cast(? as bigint) end
      """;

  /** Whether rows that several look up at once are worth one round trip. */
  default boolean looksUpTogether() {
    return false;
  }

  /** The first rows in order that nobody has locked; locks those and no others. */
  <T> List<T> lockFirst(Handle handle, Contended<T> rows, Values values, int limit);

  /** Whether a claim of events is one statement, which needs no transaction around it. */
  default boolean claimsAlone() {
    return false;
  }

  /**
   * Claims the first events in order that nobody has locked, and returns them as they are then, in
   * any order.
   */
  List<OutboxRow> claimFirst(Handle handle, Contended<OutboxRow> heads, Duration lease, int limit)
      throws SQLException;

  /** The statement that changes the eldest of what is over; its values are an age and a count. */
  String changeEldest(Over over);

  /** Whether the database itself gave the transaction up in favour of another. */
  boolean isContention(SQLException e);

  /** Whether the database is away, or has answered too late. */
  boolean isOutage(SQLException e);

  /**
   * A value in a column.
   *
   * @param column where
   * @param value a text, a UUID or an Instant
   */
  record Note(String column, Object value) {
    String type() {
      return switch (value) {
        case String text -> "varchar";
        case UUID uuid -> "uuid";
        case Instant moment -> "timestamp(6) with time zone";
        default -> throw new IllegalArgumentException("cannot note " + value.getClass());
      };
    }

    Write addTo(Write write) {
      return switch (value) {
        case String text -> write.text(text);
        case UUID uuid -> write.uuid(uuid);
        case Instant moment -> write.moment(moment);
        default -> throw new IllegalArgumentException("cannot note " + value.getClass());
      };
    }
  }
}
