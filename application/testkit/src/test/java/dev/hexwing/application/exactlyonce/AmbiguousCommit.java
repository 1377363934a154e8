package dev.hexwing.application.exactlyonce;

import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A store whose connection breaks in one commit, so that nobody knows what was kept. */
final class AmbiguousCommit implements UnitOfWork {

  private final UnitOfWork real;
  private final boolean kept;
  private final AtomicInteger commitsLeft;

  AmbiguousCommit(UnitOfWork real, boolean kept, AtomicInteger commitsLeft) {
    this.real = real;
    this.kept = kept;
    this.commitsLeft = commitsLeft;
  }

  @Override
  public <R> R execute(Function<Stores, R> work) {
    if (commitsLeft.get() == 0 || commitsLeft.decrementAndGet() > 0) {
      return real.execute(work);
    }
    if (kept) {
      real.execute(work);
    } else {
      real.read(stores -> stores);
    }
    throw new StoreUnavailable("the connection broke", new IllegalStateException(), true);
  }

  @Override
  public <R> R read(Function<Stores, R> work) {
    return real.read(work);
  }
}
