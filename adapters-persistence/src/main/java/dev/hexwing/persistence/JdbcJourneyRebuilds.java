package dev.hexwing.persistence;

import dev.hexwing.application.journey.JourneyRebuild;
import dev.hexwing.application.journey.JourneyRebuild.State;
import dev.hexwing.application.journey.JourneyRebuilds;
import dev.hexwing.application.journey.Journeys;
import dev.hexwing.application.store.WriteConflict.Subject;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Generations of journeys, one row each; its number is the fencing token of who builds it. */
final class JdbcJourneyRebuilds implements JourneyRebuilds {

  private static final int LONGEST_REASON = 500;

  private static final String LOCK =
      """
      select generation, state in ('BUILDING', 'CATCHING_UP') and held_until > {now} as under_way
      from journey_generations order by generation for update
      """;

  private static final String BREAK_OFF =
      "update journey_generations set state = 'OVER' where state in ('BUILDING', 'CATCHING_UP')";

  private static final String BEGIN =
      """
      insert into journey_generations (generation, state, done, total, held_until, begun_at)
      values (?, 'BUILDING', 0, 0, {later}, {now})
      """;

  private static final String LATEST =
      """
      select generation, state, done, total, held_until > {now} as held, begun_at, reason,
        {now} as read_at
      from journey_generations where generation > 1 and state <> 'OVER'
      order by generation desc limit 1
      """;

  private static final String BEING_BUILT =
      " where generation = ? and state in ('BUILDING', 'CATCHING_UP')";

  private static final String ADVANCE =
      "update journey_generations set done = ?, total = ?, held_until = {later}" + BEING_BUILT;

  private static final String CATCH_UP =
      "update journey_generations set state = 'CATCHING_UP', held_until = {later}" + BEING_BUILT;

  private static final String RETIRE =
      "update journey_generations set state = 'OVER' where state = 'SERVING'";

  private static final String SERVE =
      "update journey_generations set state = 'SERVING'" + BEING_BUILT;

  private static final String FAIL =
      "update journey_generations set state = 'FAILED', reason = ?" + BEING_BUILT;

  private static final String OVER =
      "select generation from journey_generations where state in ('OVER', 'FAILED') order by 1";

  private static final String DROP =
      """
      delete from %1$s where generation = :generation and %2$s in (
        select %2$s from %1$s where generation = :generation order by %2$s limit :limit)
      """;

  private static final String DROP_JOURNEYS = DROP.formatted("journeys", "correlation_id");

  private static final String DROP_FLIGHTS = DROP.formatted("journey_flights", "order_id");

  private static final String FORGET =
      "delete from journey_generations where generation = ? and state = 'OVER'";

  private final JdbcTransaction transaction;

  JdbcJourneyRebuilds(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<JourneyRebuild> begin(Duration lease) {
    List<Known> known =
        transaction.lock(
            handle ->
                handle
                    .createQuery(transaction.sql(LOCK))
                    .map(
                        (row, context) ->
                            new Known(row.getLong("generation"), row.getBoolean("under_way")))
                    .list());
    if (known.stream().anyMatch(Known::isUnderWay)) {
      return Option.none();
    }
    long generation = known.getLast().generation() + 1;
    transaction.write(Write.changingAny(BREAK_OFF));
    transaction.write(
        Write.inserting(BEGIN, Subject.REBUILD, name(generation))
            .number(generation)
            .duration(lease));
    return latest();
  }

  @Override
  public Option<JourneyRebuild> latest() {
    return Option.ofOptional(
        transaction.read(
            handle ->
                handle
                    .createQuery(transaction.sql(LATEST))
                    .map((row, context) -> rebuild(row))
                    .findOne()));
  }

  private static JourneyRebuild rebuild(ResultSet row) throws SQLException {
    return new JourneyRebuild(
        row.getLong("generation"),
        State.valueOf(Columns.text(row, "state")),
        row.getLong("done"),
        row.getLong("total"),
        row.getBoolean("held"),
        Duration.between(Columns.moment(row, "begun_at"), Columns.moment(row, "read_at")),
        Option.of(Columns.textIfAny(row, "reason")));
  }

  @Override
  public Journeys notes(long generation) {
    return new JdbcJourneys(transaction, generation);
  }

  @Override
  public void advance(long generation, long done, long total, Duration lease) {
    transaction.write(
        changing(ADVANCE, generation)
            .number(done)
            .number(total)
            .duration(lease)
            .number(generation));
  }

  @Override
  public void catchUp(long generation, Duration lease) {
    transaction.write(changing(CATCH_UP, generation).duration(lease).number(generation));
  }

  @Override
  public void swap(long generation) {
    transaction.write(Write.changingAny(RETIRE));
    transaction.write(changing(SERVE, generation).number(generation));
  }

  @Override
  public void fail(long generation, String reason) {
    transaction.write(
        changing(FAIL, generation)
            .text(reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason)
            .number(generation));
  }

  @Override
  public long dropOver(int limit) {
    return transaction.change(
        handle -> {
          for (long generation : handle.createQuery(OVER).mapTo(Long.class).list()) {
            long dropped = drop(handle, DROP_JOURNEYS, generation, limit);
            if (dropped < limit) {
              dropped += drop(handle, DROP_FLIGHTS, generation, limit - (int) dropped);
            }
            if (dropped > 0) {
              return dropped;
            }
            handle.createUpdate(FORGET).bind(0, generation).execute();
          }
          return 0L;
        });
  }

  private static long drop(Handle handle, String statement, long generation, int limit) {
    return handle
        .createUpdate(statement)
        .bind("generation", generation)
        .bind("limit", limit)
        .execute();
  }

  private static Write changing(String template, long generation) {
    return Write.changingOne(template, Subject.REBUILD, name(generation));
  }

  private static String name(long generation) {
    return "generation " + generation;
  }

  /** A generation, and whether a node is at it. */
  private record Known(long generation, boolean isUnderWay) {}
}
