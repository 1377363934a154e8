package dev.hexwing.application.testkit;

import dev.hexwing.application.events.ConsumerStart;
import dev.hexwing.application.events.ConsumerStart.State;
import dev.hexwing.application.events.ConsumerStarts;
import dev.hexwing.application.store.WriteConflict.Subject;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Consumers on their way from the beginning, in memory. */
final class InMemoryConsumerStarts implements ConsumerStarts {

  private final InMemoryTransaction transaction;

  InMemoryConsumerStarts(InMemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<ConsumerStart> find(String consumer) {
    return transaction
        .view()
        .consumerStarts
        .get(consumer)
        .map(row -> row.told(consumer, transaction.now()));
  }

  @Override
  public List<ConsumerStart> all() {
    Instant now = transaction.now();
    return transaction.view().consumerStarts.map(row -> row._2().told(row._1(), now)).toJavaList();
  }

  @Override
  public void begin(String consumer, State state, Option<String> reason) {
    Instant now = transaction.now();
    transaction.write(
        tables -> {
          Tables.require(!tables.consumerStarts.containsKey(consumer), Subject.START, consumer);
          tables.consumerStarts =
              tables.consumerStarts.put(consumer, new StartRow(state, 0, 0, 0, now, now, reason));
        });
  }

  @Override
  public Option<ConsumerStart> take(String consumer, Duration lease) {
    Instant now = transaction.now();
    if (!transaction.view().consumerStarts.get(consumer).exists(row -> isFree(row, now))) {
      return Option.none();
    }
    transaction.write(
        tables -> {
          Option<StartRow> known = tables.consumerStarts.get(consumer);
          Tables.require(known.exists(row -> isFree(row, now)), Subject.START, consumer);
          tables.consumerStarts =
              tables.consumerStarts.put(consumer, known.get().taken(now.plus(lease)));
        });
    return find(consumer);
  }

  private static boolean isFree(StartRow row, Instant now) {
    return row.state() != State.LIVE && !row.isHeld(now);
  }

  @Override
  public void change(ConsumerStart start, Duration lease) {
    Instant until = transaction.now().plus(lease);
    transaction.write(
        tables -> {
          Option<StartRow> known =
              tables
                  .consumerStarts
                  .get(start.consumer())
                  .filter(row -> row.token() == start.token() && row.state() != State.LIVE);
          Tables.require(known.isDefined(), Subject.START, start.consumer());
          tables.consumerStarts =
              tables.consumerStarts.put(start.consumer(), known.get().changed(start, until));
        });
  }
}
