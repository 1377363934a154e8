package dev.hexwing.examples.droneshop.journeys;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for tasks and hands on what they threw. */
final class Tasks {

  private Tasks() {}

  /** Waits for all; the first failure goes on as it was. */
  static void join(List<? extends Future<?>> tasks) throws InterruptedException {
    for (Future<?> task : tasks) {
      try {
        task.get();
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case InterruptedException interrupted -> throw interrupted;
          case RuntimeException bug -> throw bug;
          case Error error -> throw error;
          case null, default -> throw new IllegalStateException(e.getCause());
        }
      }
    }
  }
}
