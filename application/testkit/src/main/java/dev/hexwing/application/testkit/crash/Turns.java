package dev.hexwing.application.testkit.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has several actors run one at a time, and hands the turn from one to the next at their steps, by
 * dice: the same dice, the same order.
 *
 * <p>Each actor has a thread of its own, named after it, which this owns and waits for.
 */
final class Turns {

  private static final long PATIENCE_SECONDS = 30;

  private final SplittableRandom dice;
  private final double restless;
  private final List<Actor> waiting = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private @Nullable Actor current;
  private String calmActor = "customer";

  private static final class Actor {
    private final String name;
    private final Semaphore turn = new Semaphore(0);
    private @Nullable Thread thread;

    Actor(String name) {
      this.name = name;
    }
  }

  /** Turns by these dice; the share of steps at which the turn is handed over is drawn first. */
  Turns(SplittableRandom dice) {
    this.dice = dice;
    this.restless = new double[] {0.05, 0.2, 0.5, 1.0}[dice.nextInt(4)];
  }

  /** Runs all of them to their ends. */
  void run(Map<String, Runnable> actors) {
    Map<Actor, Runnable> cast = new LinkedHashMap<>();
    actors.forEach((name, work) -> cast.put(new Actor(name), work));
    if (cast.isEmpty()) {
      return;
    }
    waiting.addAll(cast.keySet());
    cast.forEach(
        (actor, work) ->
            actor.thread =
                Thread.ofVirtual().name("explorer-" + actor.name).start(() -> play(actor, work)));
    begin(waiting.get(dice.nextInt(waiting.size())));
    await(
        "the actors did not come to an end", () -> over.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    current = null;
  }

  private void play(Actor actor, Runnable work) {
    try {
      awaitTurn(actor);
      work.run();
    } finally {
      waiting.remove(actor);
      if (waiting.isEmpty()) {
        over.countDown();
      } else {
        begin(waiting.get(dice.nextInt(waiting.size())));
      }
    }
  }

  private void begin(Actor next) {
    current = next;
    next.turn.release();
  }

  /** At a step: lets another go on, or goes on itself, as the dice have it. */
  void handOver() {
    Actor me = current;
    if (me == null) {
      return;
    }
    if (!Thread.currentThread().equals(me.thread)) {
      throw new IllegalStateException(
          Thread.currentThread() + " went past a port out of turn: it is " + me.name + "'s");
    }
    if (waiting.size() > 1 && dice.nextDouble() < restless) {
      Actor next = waiting.get(dice.nextInt(waiting.size()));
      if (!next.equals(me)) {
        begin(next);
        awaitTurn(me);
      }
    }
  }

  private static void awaitTurn(Actor actor) {
    await(
        actor.name + " was not given its turn",
        () -> actor.turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /** Whose turn it is. */
  String actor() {
    Actor me = current;
    return me == null ? calmActor : me.name;
  }

  /** Names who acts while nobody else does. */
  void alone(String name) {
    calmActor = name;
  }

  private interface Wait {
    boolean in() throws InterruptedException;
  }

  private static void await(String otherwise, Wait wait) {
    try {
      if (!wait.in()) {
        throw new IllegalStateException(otherwise + " within " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(otherwise, e);
    }
  }
}
