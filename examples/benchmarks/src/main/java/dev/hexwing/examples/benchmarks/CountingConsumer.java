package dev.hexwing.examples.benchmarks;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.domain.shared.DomainEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A handler that does nothing but count, for one round after the other. */
final class CountingConsumer implements EventConsumer {

  private static final long LONGEST_SECONDS = 600;

  private volatile AtomicInteger handled = new AtomicInteger();
  private volatile CountDownLatch all = new CountDownLatch(0);

  /** From now on so many events are to come; each is counted. */
  void expect(int events, AtomicInteger counter) {
    handled = counter;
    all = new CountDownLatch(events);
  }

  void awaitAll() throws InterruptedException {
    if (!all.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(all.getCount() + " events did not arrive");
    }
  }

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public boolean wants(DomainEvent event) {
    return true;
  }

  @Override
  public void on(DomainEvent event) {
    handled.incrementAndGet();
    all.countDown();
  }
}
