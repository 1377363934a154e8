package dev.hexwing.application.testkit;

import dev.hexwing.application.store.WriteConflict;
import dev.hexwing.application.store.WriteConflict.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The same work in several threads at once, with a line at which all of them stand together. */
final class Race {

  private static final long PATIENCE_SECONDS = 20;

  private final CyclicBarrier line;

  private Race(int runners) {
    this.line = new CyclicBarrier(runners);
  }

  /** How one runner fared: it won, or it met what it threw. */
  record Outcome(@Nullable Throwable failure) {

    boolean won() {
      return failure == null;
    }

    boolean lostOver(Subject subject) {
      return failure instanceof WriteConflict conflict && conflict.subject() == subject;
    }
  }

  static List<Outcome> between(int runners, Consumer<Race> work) {
    Race race = new Race(runners);
    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        running.add(threads.submit(() -> work.accept(race)));
      }
      for (Future<?> runner : running) {
        outcomes.add(outcome(runner));
      }
    }
    return outcomes;
  }

  /** Waits until every runner is here. */
  void standInLine() {
    try {
      line.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("not every runner came to the line", e);
    }
  }

  private static Outcome outcome(Future<?> runner) {
    try {
      runner.get(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new Outcome(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      return new Outcome(e.getCause());
    } catch (TimeoutException e) {
      runner.cancel(true);
      return new Outcome(e);
    }
  }
}
