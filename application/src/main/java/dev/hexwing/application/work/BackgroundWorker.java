package dev.hexwing.application.work;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One named thread that does a step of work again and again, until it is closed by its owner.
 *
 * <p>After a step that found nothing to do it rests for its interval or until it is woken. A step
 * that fails is logged and tried again after the interval: work must not end because a store was
 * away. Safe for use by any number of threads.
 */
public final class BackgroundWorker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BackgroundWorker.class);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final Duration interval;
  private final Step step;
  private final Semaphore wakeUps = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopping;

  /** A piece of work, bounded in time. */
  @FunctionalInterface
  public interface Step {

    /** Does the piece; true if there is more to do at once. */
    boolean run();
  }

  private BackgroundWorker(String name, Duration interval, Step step) {
    this.interval = Objects.requireNonNull(interval, "interval");
    this.step = Objects.requireNonNull(step, "step");
    this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::loop);
  }

  /** Starts a worker. */
  public static BackgroundWorker start(String name, Duration interval, Step step) {
    BackgroundWorker worker = prepare(name, interval, step);
    worker.begin();
    return worker;
  }

  /** A worker that does nothing yet, for an owner whose step needs the worker itself. */
  public static BackgroundWorker prepare(String name, Duration interval, Step step) {
    return new BackgroundWorker(name, interval, step);
  }

  /**
   * Starts a worker that was prepared.
   *
   * @throws IllegalThreadStateException if it was started before
   */
  public void begin() {
    thread.start();
  }

  /** Has the worker look for work now rather than after its interval; returns at once. */
  public void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  /** Lets the step under way end, for at most ten seconds, and stops. */
  @Override
  public void close() {
    stopping = true;
    wake();
    try {
      if (!thread.join(STOP_PATIENCE)) {
        log.warn("{} is still busy after {}; interrupting it", thread.getName(), STOP_PATIENCE);
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    while (!stopping) {
      if (!stepped() && !stopping) {
        rest();
      }
    }
  }

  private boolean stepped() {
    try {
      return step.run();
    } catch (RuntimeException e) {
      log.warn("{} failed and will try again", thread.getName(), e);
      return false;
    }
  }

  private void rest() {
    try {
      if (wakeUps.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
