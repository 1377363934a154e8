package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.store.StoreUnavailable;
import dev.hexwing.application.store.Stores;
import dev.hexwing.application.store.UnitOfWork;
import dev.hexwing.application.testkit.crash.Step.Kind;
import io.vavr.control.Option;
import java.util.function.Function;

/** Transactions in which a node may die, and after which nobody may know what was kept. */
record WatchedUnitOfWork(UnitOfWork real, Node node) implements UnitOfWork {

  /** Has a transaction roll back; never seen outside. */
  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RolledBack() {
      super("rolled back", null, false, false);
    }
  }

  @Override
  public <R> R execute(Function<Stores, R> work) {
    reach(node.pass(Kind.BEFORE_TRANSACTION, "a transaction"));
    boolean[] unknown = {false};
    R result;
    try {
      result =
          real.execute(
              stores -> {
                R done = work.apply(new WatchedStores(stores, node, Kind.WITHIN_TRANSACTION));
                Option<Fault> fault = node.pass(Kind.BEFORE_COMMIT, "a transaction");
                unknown[0] = fault.isDefined();
                if (fault.contains(Fault.COMMIT_LOST)) {
                  throw new RolledBack();
                }
                return done;
              });
    } catch (RolledBack lost) {
      throw broken(lost, true);
    }
    if (unknown[0]) {
      throw broken(new IllegalStateException("kept"), true);
    }
    node.pass(Kind.AFTER, "commits");
    return result;
  }

  @Override
  public <R> R read(Function<Stores, R> work) {
    reach(node.pass(Kind.BEFORE_READ, "a read"));
    R result = real.read(stores -> work.apply(new WatchedStores(stores, node, Kind.WITHIN_READ)));
    node.pass(Kind.AFTER, "reads");
    return result;
  }

  private static void reach(Option<Fault> fault) {
    if (fault.contains(Fault.STORE_AWAY)) {
      throw broken(new IllegalStateException("not reached"), false);
    }
  }

  private static StoreUnavailable broken(RuntimeException cause, boolean mayHaveCommitted) {
    return new StoreUnavailable("the connection broke", cause, mayHaveCommitted);
  }
}
