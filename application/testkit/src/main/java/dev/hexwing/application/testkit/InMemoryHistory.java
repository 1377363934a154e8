package dev.hexwing.application.testkit;

import dev.hexwing.application.events.EventHistory;
import dev.hexwing.application.events.EventRecords;
import dev.hexwing.domain.shared.EventRecord;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Every event in memory: filed when it is sent, in the outbox until then. */
final class InMemoryHistory implements EventHistory {

  /** An event in its place. */
  record Filed(long place, long position, EventRecord event, Instant filedAt) {}

  private final InMemoryTransaction transaction;

  InMemoryHistory(InMemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public long file(int limit) {
    long[] filed = {0};
    transaction.write(
        tables -> {
          Vector<Tuple2<Long, OutboxRow>> due = tables.sent.toVector().take(limit);
          filed[0] = due.size();
          for (Tuple2<Long, OutboxRow> sent : due) {
            tables.lastPlace++;
            tables.history =
                tables.history.append(
                    new Filed(
                        tables.lastPlace,
                        sent._1(),
                        EventRecords.toRecord(sent._2().event()),
                        transaction.now()));
            tables.sent = tables.sent.remove(sent._1());
          }
        });
    transaction.view();
    return filed[0];
  }

  @Override
  public Extent extent() {
    Tables view = transaction.view();
    return new Extent(
        view.history.headOption().map(Filed::place).getOrElse(view.lastPlace + 1),
        view.lastPlace,
        !view.forgotten);
  }

  @Override
  public Page filed(long after, int limit, Set<String> types) {
    Tables view = transaction.view();
    long reached = Math.max(after, Math.min(after + limit, view.lastPlace));
    return new Page(
        view.history
            .filter(filed -> filed.place() > after && filed.place() <= reached)
            .map(Filed::event)
            .filter(event -> isOf(types, event))
            .toJavaList(),
        reached);
  }

  @Override
  public Seam seam(long place) {
    return new Seam(
        place, 0, unfiled(transaction.view(), place).map(Tuple2::_1).max().getOrElse(0L));
  }

  @Override
  public Rest rest(Seam seam, int limit, Set<String> types) {
    Seq<Tuple2<Long, EventRecord>> due =
        unfiled(transaction.view(), seam.place())
            .filter(event -> event._1() > seam.position() && event._1() <= seam.horizon())
            .sortBy(Tuple2::_1)
            .take(limit);
    return new Rest(
        due.map(Tuple2::_2).filter(event -> isOf(types, event)).toJavaList(),
        new Seam(
            seam.place(),
            due.lastOption().map(Tuple2::_1).getOrElse(seam.horizon()),
            seam.horizon()),
        due.size() < limit);
  }

  @Override
  public List<EventRecord> ofAggregate(String aggregateId, long after, int limit) {
    Tables view = transaction.view();
    return view.history
        .map(Filed::event)
        .appendAll(unfiled(view, view.lastPlace).map(Tuple2::_2))
        .filter(event -> event.metadata().aggregateId().equals(aggregateId))
        .filter(event -> event.metadata().version().value() > after)
        .sorted(Comparator.comparing(event -> event.metadata().version()))
        .take(limit)
        .toJavaList();
  }

  @Override
  public long forget(Duration age, int limit) {
    Instant before = transaction.now().minus(age);
    int over =
        transaction
            .view()
            .history
            .take(limit)
            .takeWhile(filed -> !filed.filedAt().isAfter(before))
            .size();
    transaction.write(
        tables -> {
          tables.history = tables.history.drop(over);
          tables.forgotten |= over > 0;
        });
    return over;
  }

  private static Vector<Tuple2<Long, EventRecord>> unfiled(Tables view, long place) {
    return view.history
        .filter(filed -> filed.place() > place)
        .map(filed -> new Tuple2<>(filed.position(), filed.event()))
        .appendAll(records(view.sent.toVector()))
        .appendAll(records(view.outbox.toVector()));
  }

  private static Seq<Tuple2<Long, EventRecord>> records(Vector<Tuple2<Long, OutboxRow>> rows) {
    return rows.map(row -> row.map2(outboxRow -> EventRecords.toRecord(outboxRow.event())));
  }

  private static boolean isOf(Set<String> types, EventRecord event) {
    return types.isEmpty() || types.contains(event.type());
  }
}
