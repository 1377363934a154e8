package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.csv.UnusableFile;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets customers in by the handful, until it shuts. */
final class Gatekeeper {

  private static final long LOOK_MILLIS = 50;

  private final int handful;
  private final Semaphore places = new Semaphore(0);
  private volatile boolean shut;

  /** A keeper of a closed gate. */
  Gatekeeper(int handful) {
    this.handful = handful;
  }

  /** Lets the next handful in. */
  void admit() {
    places.release(handful);
  }

  /** Nobody else will be let in than those already called. */
  void shut() {
    shut = true;
  }

  /** These customers, one for each place. */
  Wishes before(Wishes wishes) {
    return new Wishes() {
      @Override
      public long expected() {
        return wishes.expected();
      }

      @Override
      public Optional<Wish> next() throws UnusableFile {
        return enter() ? wishes.next() : Optional.empty();
      }

      @Override
      public void close() {
        wishes.close();
      }
    };
  }

  private boolean enter() {
    try {
      while (!places.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (shut) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
