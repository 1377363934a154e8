package dev.hexwing.persistence;

import dev.hexwing.application.events.EventHistory;
import dev.hexwing.domain.shared.EventRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Events in a table of their own once they were sent, in the outbox until then; in one of both at
 * every moment.
 */
final class JdbcEventHistory implements EventHistory {

  /** Whoever has this row gives out places; nobody waits for it. */
  private static final String LOCK_EXTENT =
      "select last_place from event_history_extent where only_one = 1 for update skip locked";

  /** The relay sends an aggregate's next event only after this one, so none is filed before. */
  private static final String SENT =
      "select position from outbox where state = 'SENT' order by position limit ?";

  private static final String FILE =
      """
      insert into event_history (place, position, %1$s, filed_at)
      select cast(? as bigint) + row_number() over (order by position), position, %1$s, {now}
      from outbox where position = any(?)
      """
          .formatted(EventRow.COLUMNS);

  private static final String UNSEND = "delete from outbox where position = any(?)";

  private static final String GIVEN =
      "update event_history_extent set last_place = last_place + ? where only_one = 1";

  private static final String EXTENT =
      """
      select coalesce((select min(place) from event_history), last_place + 1) as first_place,
        last_place, whole
      from event_history_extent where only_one = 1
      """;

  private static final String LAST_PLACE =
      "select last_place from event_history_extent where only_one = 1";

  private static final String OF_TYPES =
      "and (type = any(:types) or cardinality(cast(:types as varchar array)) = 0)";

  private static final String FILED =
      """
      select %s from event_history
      where place > :after and place <= :reached %s order by place
      """
          .formatted(EventRow.COLUMNS, OF_TYPES);

  private static final String HORIZON =
      """
      select greatest(
        coalesce((select max(position) from outbox where state = 'WAITING'), 0),
        coalesce((select max(position) from outbox where state = 'PARKED'), 0),
        coalesce((select max(position) from outbox where state = 'SENT'), 0),
        coalesce((select max(position) from event_history where place > ?), 0))
      """;

  /** One statement sees each event in one of the tables; each part stops at the limit. */
  private static final String REST =
      """
      select position, %1$s from (
        (select position, %1$s from outbox where state = 'WAITING' and %2$s)
        union all
        (select position, %1$s from outbox where state = 'PARKED' and %2$s)
        union all
        (select position, %1$s from outbox where state = 'SENT' and %2$s)
        union all
        (select position, %1$s from event_history where place > :place and %2$s)) unfiled
      order by position limit :limit
      """
          .formatted(
              EventRow.COLUMNS,
              "position > :position and position <= :horizon order by position limit :limit");

  private static final String OF_AGGREGATE =
      """
      select %1$s from (
        (select %1$s from event_history where %2$s order by version limit :limit)
        union all
        (select %1$s from outbox
         where {unsent outbox of :aggregate} and version > :after order by version limit :limit)
        union all
        (select %1$s from outbox where state = 'SENT' and %2$s)) stored
      order by version limit :limit
      """
          .formatted(EventRow.COLUMNS, "aggregate_id = :aggregate and version > :after");

  private static final String FORGET =
      """
      delete from event_history
      where place <= (
          select max(place)
          from (select place from event_history order by place limit ?) eldest)
        and filed_at <= {earlier}
      """;

  private static final String NOT_WHOLE =
      "update event_history_extent set whole = false where only_one = 1";

  private final JdbcTransaction transaction;

  JdbcEventHistory(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public long file(int limit) {
    return transaction.change(
        handle ->
            handle
                .createQuery(LOCK_EXTENT)
                .mapTo(Long.class)
                .findOne()
                .map(last -> file(handle, last, limit))
                .orElse(0L));
  }

  private long file(Handle handle, long last, int limit) {
    List<Long> sent = handle.createQuery(SENT).bind(0, limit).mapTo(Long.class).list();
    if (sent.isEmpty()) {
      return 0;
    }
    handle
        .createUpdate(transaction.sql(FILE))
        .bind(0, last)
        .bindArray(1, Long.class, sent)
        .execute();
    handle.createUpdate(UNSEND).bindArray(0, Long.class, sent).execute();
    handle.createUpdate(GIVEN).bind(0, sent.size()).execute();
    return sent.size();
  }

  @Override
  public Extent extent() {
    return transaction.read(
        handle ->
            handle
                .createQuery(EXTENT)
                .map(
                    (row, context) ->
                        new Extent(
                            row.getLong("first_place"),
                            row.getLong("last_place"),
                            row.getBoolean("whole")))
                .one());
  }

  @Override
  public Page filed(long after, int limit, Set<String> types) {
    return transaction.read(
        handle -> {
          // Read first: what is above was perhaps not committed when the events are read.
          long last = handle.createQuery(LAST_PLACE).mapTo(Long.class).one();
          long reached = Math.max(after, Math.min(after + limit, last));
          return new Page(
              handle
                  .createQuery(FILED)
                  .bind("after", after)
                  .bind("reached", reached)
                  .bindArray("types", String.class, types)
                  .map((row, context) -> record(row))
                  .list(),
              reached);
        });
  }

  @Override
  public Seam seam(long place) {
    return transaction.read(
        handle ->
            new Seam(place, 0, handle.createQuery(HORIZON).bind(0, place).mapTo(Long.class).one()));
  }

  @Override
  public Rest rest(Seam seam, int limit, Set<String> types) {
    List<Stored> stored =
        transaction.read(
            handle ->
                handle
                    .createQuery(REST)
                    .bind("place", seam.place())
                    .bind("position", seam.position())
                    .bind("horizon", seam.horizon())
                    .bind("limit", limit)
                    .map((row, context) -> new Stored(row.getLong("position"), record(row)))
                    .list());
    return new Rest(
        stored.stream()
            .map(Stored::event)
            .filter(event -> types.isEmpty() || types.contains(event.type()))
            .toList(),
        new Seam(
            seam.place(),
            stored.isEmpty() ? seam.horizon() : stored.getLast().position(),
            seam.horizon()),
        stored.size() < limit);
  }

  @Override
  public List<EventRecord> ofAggregate(String aggregateId, long after, int limit) {
    return transaction.read(
        handle ->
            handle
                .createQuery(transaction.sql(OF_AGGREGATE))
                .bind("aggregate", aggregateId)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> record(row))
                .list());
  }

  @Override
  public long forget(Duration age, int limit) {
    return transaction.change(
        handle -> {
          long forgotten =
              handle
                  .createUpdate(transaction.sql(FORGET))
                  .bind(0, limit)
                  .bind(1, Durations.toMicros(age))
                  .execute();
          if (forgotten > 0) {
            handle.createUpdate(NOT_WHOLE).execute();
          }
          return forgotten;
        });
  }

  private static EventRecord record(ResultSet row) throws SQLException {
    return EventRow.read(row, "aggregate_id").toRecord();
  }

  /** An event and its position. */
  private record Stored(long position, EventRecord event) {}
}
