package dev.hexwing.application.testkit;

import dev.hexwing.application.journey.JourneyRebuild;
import dev.hexwing.application.journey.JourneyRebuild.State;
import dev.hexwing.application.journey.JourneyRebuilds;
import dev.hexwing.application.journey.Journeys;
import dev.hexwing.application.store.WriteConflict.Subject;
import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Generations of journeys in memory. */
final class InMemoryJourneyRebuilds implements JourneyRebuilds {

  private final InMemoryTransaction transaction;

  InMemoryJourneyRebuilds(InMemoryTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public Option<JourneyRebuild> begin(Duration lease) {
    Instant now = transaction.now();
    SortedMap<Long, Generation> known = transaction.view().generations;
    if (known.values().exists(generation -> isUnderWay(generation, now))) {
      return Option.none();
    }
    long number = known.last()._1() + 1;
    transaction.write(
        tables -> {
          Tables.require(
              tables.generations.last()._1() + 1 == number,
              Subject.REBUILD,
              "generation " + number);
          tables.generations =
              tables
                  .generations
                  .mapValues(
                      generation -> generation.isBeingBuilt() ? generation.over() : generation)
                  .put(number, Generation.begun(now, now.plus(lease)));
        });
    return latest();
  }

  private static boolean isUnderWay(Generation generation, Instant now) {
    return generation.isBeingBuilt() && generation.heldUntil().isAfter(now);
  }

  @Override
  public Option<JourneyRebuild> latest() {
    Instant now = transaction.now();
    return transaction
        .view()
        .generations
        .filter((number, generation) -> number > 1 && generation.state().isDefined())
        .lastOption()
        .map(latest -> told(latest, now));
  }

  private static JourneyRebuild told(Tuple2<Long, Generation> latest, Instant now) {
    Generation generation = latest._2();
    return new JourneyRebuild(
        latest._1(),
        generation.state().get(),
        generation.done(),
        generation.total(),
        generation.heldUntil().isAfter(now),
        Duration.between(generation.begunAt(), now),
        generation.reason());
  }

  @Override
  public Journeys notes(long generation) {
    return new InMemoryJourneys(transaction, Option.some(generation));
  }

  @Override
  public void advance(long generation, long done, long total, Duration lease) {
    Instant until = transaction.now().plus(lease);
    change(generation, known -> known.held(done, total, until));
  }

  @Override
  public void catchUp(long generation, Duration lease) {
    Instant until = transaction.now().plus(lease);
    change(
        generation, known -> known.in(State.CATCHING_UP).held(known.done(), known.total(), until));
  }

  @Override
  public void swap(long generation) {
    transaction.write(
        tables ->
            tables.generations =
                tables.generations.mapValues(
                    known -> known.is(State.SERVING) ? known.over() : known));
    change(generation, known -> known.in(State.SERVING));
  }

  @Override
  public void fail(long generation, String reason) {
    change(generation, known -> known.failed(reason));
  }

  private void change(long number, UnaryOperator<Generation> change) {
    transaction.write(
        tables -> {
          Option<Generation> known =
              tables.generations.get(number).filter(Generation::isBeingBuilt);
          Tables.require(known.isDefined(), Subject.REBUILD, "generation " + number);
          tables.generations = tables.generations.put(number, change.apply(known.get()));
        });
  }

  @Override
  public long dropOver(int limit) {
    Option<Tuple2<Long, Generation>> over =
        transaction
            .view()
            .generations
            .find(
                known ->
                    (known._2().state().isEmpty() || known._2().is(State.FAILED))
                        && known._2().size() > 0);
    over.forEach(
        known ->
            transaction.write(
                tables ->
                    tables.generations =
                        tables.generations.put(known._1(), known._2().without(limit))));
    return over.map(known -> (long) Math.min(limit, known._2().size())).getOrElse(0L);
  }
}
