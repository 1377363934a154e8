package dev.hexwing.examples.droneshop.relay;

import dev.hexwing.domain.shared.DomainEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A place where one event stays until it is let go. */
final class Hold implements Consumer<DomainEvent> {

  private final String eventId;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  Hold(String eventId) {
    this.eventId = eventId;
  }

  @Override
  public void accept(DomainEvent event) {
    if (event.eventId().value().equals(eventId)) {
      reached.countDown();
      await(goOn);
    }
  }

  void awaitReached() {
    await(reached);
  }

  void letGo() {
    goOn.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came in " + Await.PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
