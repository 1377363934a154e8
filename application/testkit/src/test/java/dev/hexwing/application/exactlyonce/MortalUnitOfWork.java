package dev.hexwing.application.exactlyonce;

import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import java.util.function.Function;

/** A node that may die before and after each commit. */
record MortalUnitOfWork(UnitOfWork real, Kill kill) implements UnitOfWork {

  @Override
  public <R> R execute(Function<Stores, R> work) {
    R result =
        real.execute(
            stores -> {
              R done = work.apply(stores);
              kill.point("before a commit");
              return done;
            });
    kill.point("after a commit");
    return result;
  }

  @Override
  public <R> R read(Function<Stores, R> work) {
    return real.read(work);
  }
}
