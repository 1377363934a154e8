package dev.hexwing.persistence;

import dev.hexwing.application.Ids;
import dev.hexwing.application.events.DeadLetter;
import dev.hexwing.application.events.DeadLetter.State;
import dev.hexwing.application.events.DeadLetters;
import dev.hexwing.application.events.Undelivered;
import dev.hexwing.domain.shared.EventMetadata;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.Query;

/** Dead letters in a table; whoever waits behind others locks them, so that none is left over. */
final class JdbcDeadLetters implements DeadLetters {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private static final String SELECT = "select " + DeadLetterRow.COLUMNS + " from dead_letters ";

  private static final String LIST = SELECT + "where letter_id > ? order by letter_id limit ?";

  private static final String FIND = SELECT + "where letter_id = ?";

  private static final String FIRST =
      SELECT
          + """
          where consumer = ? and aggregate_id = ? and state in ('PARKED', 'WAITING')
          order by version limit 1
          """;

  private static final String SAME =
      "select name from dead_letters where consumer = ? and name = ? for update";

  private static final String EARLIER =
      """
      select name from dead_letters
      where consumer = ? and aggregate_id = ? and version <= ? and state in ('PARKED', 'WAITING')
      for update
      """;

  private static final String RENEW =
      """
      update dead_letters set state = ?, reason = ?, attempts = ?, set_aside_at = {now}
      where consumer = ? and name = ?
      """;

  private static final String SETTLE = "delete from dead_letters where letter_id = ?";

  private static final String COUNT =
      """
      select consumer, count(*) as letters
      from (select consumer from dead_letters limit 100000) counted group by consumer
      """;

  private final Supplier<JdbcTransaction> reading;
  private final Supplier<JdbcTransaction> writing;
  private final Ids ids;

  JdbcDeadLetters(Supplier<JdbcTransaction> reading, Supplier<JdbcTransaction> writing, Ids ids) {
    this.reading = reading;
    this.writing = writing;
    this.ids = ids;
  }

  @Override
  public void setAside(Undelivered message, State state) {
    inTransaction(
        transaction -> {
          if (names(transaction, SAME, message.consumer(), message.name()).isEmpty()) {
            transaction.write(DeadLetterRow.insert(ids.next(), message, state));
          } else {
            transaction.write(
                Write.changingAny(RENEW)
                    .text(state.name())
                    .text(DeadLetterRow.shortened(message.reason()))
                    .count(message.attempts())
                    .text(message.consumer())
                    .text(message.name()));
          }
          return state;
        });
  }

  @Override
  public boolean waitBehind(Undelivered message) {
    EventMetadata event =
        message
            .event()
            .getOrElseThrow(() -> new IllegalArgumentException("only events wait"))
            .metadata();
    return inTransaction(
        transaction -> {
          List<String> earlier =
              names(
                  transaction,
                  EARLIER,
                  message.consumer(),
                  event.aggregateId(),
                  event.version().value());
          if (!earlier.isEmpty() && !earlier.contains(message.name())) {
            transaction.write(DeadLetterRow.insert(ids.next(), message, State.WAITING));
          }
          return !earlier.isEmpty();
        });
  }

  private static List<String> names(
      JdbcTransaction transaction, String template, Object... values) {
    return transaction.lock(
        handle ->
            bound(handle.createQuery(transaction.sql(template)), values)
                .mapTo(String.class)
                .list());
  }

  @Override
  public List<DeadLetter> list(Option<UUID> after, int limit) {
    return read(LIST, after.getOrElse(BEFORE_ALL), limit);
  }

  @Override
  public Option<DeadLetter> find(UUID id) {
    return Option.ofOptional(read(FIND, id).stream().findFirst());
  }

  @Override
  public Option<DeadLetter> firstOf(String consumer, String aggregateId) {
    return Option.ofOptional(read(FIRST, consumer, aggregateId).stream().findFirst());
  }

  private List<DeadLetter> read(String template, Object... values) {
    try (JdbcTransaction transaction = reading.get()) {
      return transaction.read(
          handle ->
              bound(handle.createQuery(transaction.sql(template)), values)
                  .map((row, context) -> DeadLetterRow.read(row))
                  .list());
    }
  }

  private static Query bound(Query query, Object... values) {
    for (int i = 0; i < values.length; i++) {
      query.bind(i, values[i]);
    }
    return query;
  }

  @Override
  public void settle(UUID id) {
    inTransaction(
        transaction -> {
          transaction.write(Write.changingAny(SETTLE).uuid(id));
          return id;
        });
  }

  @Override
  public Map<String, Long> countByConsumer() {
    try (JdbcTransaction transaction = reading.get()) {
      return transaction.read(
          handle ->
              handle
                  .createQuery(COUNT)
                  .reduceRows(
                      new HashMap<>(),
                      (counts, row) -> {
                        counts.put(
                            row.getColumn("consumer", String.class),
                            row.getColumn("letters", Long.class));
                        return counts;
                      }));
    }
  }

  private <R> R inTransaction(Function<JdbcTransaction, R> work) {
    try (JdbcTransaction transaction = writing.get()) {
      try {
        R result = work.apply(transaction);
        transaction.commit();
        return result;
      } catch (Throwable e) {
        transaction.rollback(e);
        throw e;
      }
    }
  }
}
