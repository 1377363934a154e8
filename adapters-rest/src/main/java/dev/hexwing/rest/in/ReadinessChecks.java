package dev.hexwing.rest.in;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every dependency how it is: all at once, each at most once at a time, none for long. */
final class ReadinessChecks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadinessChecks.class);

  private final Duration timeout;
  private final List<Check> checks;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("readiness-", 0).factory());

  ReadinessChecks(List<Readiness> dependencies, Duration timeout) {
    this.timeout = timeout;
    this.checks = dependencies.stream().map(Check::new).toList();
  }

  List<Result> ask() {
    long deadline = System.nanoTime() + timeout.toNanos();
    List<Future<Readiness.State>> asked = checks.stream().map(Check::ask).toList();
    return IntStream.range(0, checks.size())
        .mapToObj(i -> new Result(checks.get(i).dependency.name(), wait(asked.get(i), deadline)))
        .toList();
  }

  private Readiness.State wait(Future<Readiness.State> asked, long deadline) {
    try {
      long left = Math.max(0, deadline - System.nanoTime());
      return asked.get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Readiness.State.down("no answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      // The cause may name hosts and users, so it is logged and not told.
      LOG.warn("a readiness check failed", e.getCause());
      return Readiness.State.down("the check failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Readiness.State.down("the check was interrupted");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** How one dependency is. */
  record Result(String name, Readiness.State state) {}

  private final class Check {
    private final Readiness dependency;
    private final AtomicReference<Future<Readiness.State>> underWay = new AtomicReference<>();

    private Check(Readiness dependency) {
      this.dependency = dependency;
    }

    /** Asks, unless an earlier question is still open: a stuck dependency costs one thread. */
    private synchronized Future<Readiness.State> ask() {
      Future<Readiness.State> current = underWay.get();
      if (current == null || current.isDone()) {
        current = threads.submit(dependency.check()::get);
        underWay.set(current);
      }
      return current;
    }
  }
}
