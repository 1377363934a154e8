package dev.hexwing.persistence;

import dev.hexwing.application.events.ConsumerStart;
import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.events.ConsumerStarts;
import dev.hexwing.application.store.WriteConflict.Subject;
import io.vavr.control.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row for each consumer that was met; its token fences out who fed it before. */
final class JdbcConsumerStarts implements ConsumerStarts {

  private static final int LONGEST_REASON = 500;

  private static final String SELECT =
      """
      select consumer, state, token, reached, total, held_until > {now} as held, begun_at, reason,
        {now} as read_at
      from consumer_starts
      """;

  private static final Lookup<ConsumerStart> ONE =
      new Lookup<>(SELECT + " where consumer = ?", JdbcConsumerStarts::start);

  private static final String ALL = SELECT + " order by consumer";

  private static final String BEGIN =
      """
      insert into consumer_starts (consumer, state, token, reached, total, held_until, begun_at,
        reason)
      values (?, ?, 0, 0, 0, {now}, {now}, ?)
      """;

  private static final String TAKE =
      """
      update consumer_starts
      set state = 'STARTING', token = token + 1, reason = null, held_until = {later}
      where consumer = ? and state <> 'LIVE' and held_until <= {now}
      """;

  private static final String CHANGE =
      """
      update consumer_starts
      set state = ?, reached = ?, total = ?, reason = ?, held_until = {later}
      where consumer = ? and token = ? and state <> 'LIVE'
      """;

  private final JdbcTransaction transaction;

  JdbcConsumerStarts(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<ConsumerStart> find(String consumer) {
    return transaction.find(ONE, consumer);
  }

  @Override
  public List<ConsumerStart> all() {
    return transaction.read(
        handle ->
            handle.createQuery(transaction.sql(ALL)).map((row, context) -> start(row)).list());
  }

  private static ConsumerStart start(ResultSet row) throws SQLException {
    return new ConsumerStart(
        Columns.text(row, "consumer"),
        State.valueOf(Columns.text(row, "state")),
        row.getLong("token"),
        row.getLong("reached"),
        row.getLong("total"),
        row.getBoolean("held"),
        Duration.between(Columns.moment(row, "begun_at"), Columns.moment(row, "read_at")),
        Option.of(Columns.textIfAny(row, "reason")));
  }

  @Override
  public void begin(String consumer, State state, Option<String> reason) {
    transaction.write(
        Write.inserting(BEGIN, Subject.START, consumer)
            .text(consumer)
            .text(state.name())
            .text(shortened(reason)));
  }

  @Override
  public Option<ConsumerStart> take(String consumer, Duration lease) {
    int taken =
        transaction.change(
            handle ->
                handle
                    .createUpdate(transaction.sql(TAKE))
                    .bind(0, Durations.toMicros(lease))
                    .bind(1, consumer)
                    .execute());
    return taken == 0 ? Option.none() : find(consumer);
  }

  @Override
  public void change(ConsumerStart start, Duration lease) {
    transaction.write(
        Write.changingOne(CHANGE, Subject.START, start.consumer())
            .text(start.state().name())
            .number(start.reached())
            .number(start.total())
            .text(shortened(start.reason()))
            .duration(lease)
            .text(start.consumer())
            .number(start.token()));
  }

  private static @Nullable String shortened(Option<String> reason) {
    return reason
        .map(text -> text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text)
        .getOrNull();
  }
}
