package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.DrivenPorts;
import dev.hexwing.application.testkit.ProcessorFamily;
import dev.hexwing.application.testkit.ProcessorFixture;
import dev.hexwing.application.testkit.ScriptedProcessor;
import dev.hexwing.application.testkit.StoreFixture;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Runs a use case against any adapters, again and again, and has one thing go wrong at each step.
 *
 * <p>Every interaction with a driven port is a step: reading, beginning, each store that a
 * transaction uses, committing, asking the processor, claiming events, each consumer of each event.
 * At each the node dies, before it and after it; at a commit the connection breaks besides, and
 * nobody knows what was kept; at a request to the processor everything happens that its books
 * allow. Then a node starts again, recovery does its work, the customer asks again, and an auditor
 * compares the processor's own books with what the shop holds and with what customers were told.
 *
 * <pre>{@code
 * CrashExplorer.of(InMemoryFixture::new).explore(UseCase.payment());
 * CrashExplorer.of(InMemoryFixture::new).interleave(UseCase.payAndCancel(), 1, 1_000);
 * }</pre>
 *
 * <p>A broken promise is a {@link Violation}; it tells the steps and how to have them again.
 * Immutable; one exploration runs in the caller's thread, and threads that it starts end with it.
 */
public final class CrashExplorer {

  private final Setup setup;

  private CrashExplorer(Setup setup) {
    this.setup = setup;
  }

  /**
   * An explorer of these stores, over a scripted processor that replays everything.
   *
   * @param stores opens an empty store for each run
   */
  public static CrashExplorer of(Supplier<? extends StoreFixture> stores) {
    return new CrashExplorer(
        new Setup(
            stores,
            clock -> new ScriptedProcessor(ProcessorFamily.REPLAYS_EVERYTHING, clock),
            UnaryOperator.identity(),
            false,
            3));
  }

  /** The same over a processor of this family, whose look-ups lag behind by this much. */
  public CrashExplorer asking(ProcessorFamily family, Duration lag) {
    return asking(clock -> new ScriptedProcessor(family, clock).lagging(lag));
  }

  /** The same over processors of your own, which go by the clock that is given to them. */
  public CrashExplorer asking(Function<InstantSource, ? extends ProcessorFixture> processors) {
    return new CrashExplorer(setup.withProcessors(processors));
  }

  /** The same, with something between each node and its ports. */
  public CrashExplorer through(UnaryOperator<DrivenPorts> ports) {
    return new CrashExplorer(setup.withPorts(ports));
  }

  /**
   * The same, with turns handed over within transactions, too: only for stores in which no
   * transaction waits for another, as the one in memory.
   */
  public CrashExplorer mingling() {
    return new CrashExplorer(setup.mingling());
  }

  /** The same with at most so many things going wrong in each interleaving; 3 unless told. */
  public CrashExplorer withAtMost(int faults) {
    return new CrashExplorer(setup.withMostFaults(faults));
  }

  /**
   * Has each thing go wrong at each step of a use case, one a run.
   *
   * @throws Violation if a promise was broken
   */
  public Explored explore(UseCase useCase) {
    long began = System.nanoTime();
    int runs = 0;
    long steps = 0;
    List<List<Fault>> possible = possible(useCase);
    for (int step = 1; step <= possible.size(); step++) {
      for (Fault fault : possible.get(step - 1)) {
        steps += replay(useCase, new CrashPoint(step, fault)).steps();
        runs += Patience.values().length;
      }
    }
    return new Explored(runs, possible.size(), steps, Duration.ofNanos(System.nanoTime() - began));
  }

  private List<List<Fault>> possible(UseCase useCase) {
    List<List<Fault>> possible = new ArrayList<>();
    Plan listing =
        (number, faults) -> {
          possible.add(faults);
          return Plan.CALM.at(number, faults);
        };
    try (OneByOne one = new OneByOne(setup, useCase)) {
      one.act(listing);
    }
    return possible;
  }

  /**
   * Has one thing go wrong at one step, and everything settle, with a customer who waits and with
   * one who does not.
   *
   * @throws Violation if a promise was broken
   */
  public Explored replay(UseCase useCase, CrashPoint point) {
    long began = System.nanoTime();
    long steps = 0;
    for (Patience patience : Patience.values()) {
      try (OneByOne one = new OneByOne(setup, useCase)) {
        one.explained(
            point + ", the customer " + patience,
            "replay(useCase, new "
                + point.getClass().getSimpleName()
                + "(%d, Fault.%s))".formatted(point.step(), point.fault()),
            () -> {
              one.act(Plan.only(point));
              one.end(patience);
            });
        steps += one.steps();
      }
    }
    return new Explored(
        Patience.values().length, 1, steps, Duration.ofNanos(System.nanoTime() - began));
  }

  /**
   * Has the customers of a use case, recovery, the relay, the processor's notices and time run side
   * by side on one node or two whose clocks are an hour off, in so many orders, with some things
   * going wrong in each.
   *
   * @param seed of the first; the next has the next seed
   * @throws Violation if a promise was broken; it names the seed
   */
  public Explored interleave(UseCase useCase, long seed, int times) {
    long began = System.nanoTime();
    long steps = 0;
    for (long each = seed; each < seed + times; each++) {
      steps += interleaveOnce(useCase, each);
    }
    return new Explored(times, times, steps, Duration.ofNanos(System.nanoTime() - began));
  }

  private long interleaveOnce(UseCase useCase, long seed) {
    try (SideBySide many = new SideBySide(setup, useCase, new SplittableRandom(seed))) {
      many.explained(
          "seed " + seed,
          "interleave(useCase, %d, 1)".formatted(seed),
          () -> {
            many.act();
            many.end(seed % 2 == 0 ? Patience.WAITS : Patience.ASKS_AT_ONCE);
          });
      return many.steps();
    }
  }
}
