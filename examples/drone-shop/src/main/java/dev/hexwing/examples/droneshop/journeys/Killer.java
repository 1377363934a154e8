package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.StartFailure;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Kills the shop at a random moment and starts it again, round after round; each round lets some
 * more customers in while the shop is up, so that payments are under way when it dies.
 *
 * <p>The moment is drawn in charges rather than in time alone: a slow machine is killed in the
 * midst of its payments as well as a fast one.
 */
final class Killer {

  private static final Duration JOIN_WITHIN = Duration.ofMinutes(15);
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final int LATEST_MILLIS = 100;

  private final Stage stage;
  private final int rounds;
  private final int handful;
  private final Gatekeeper gatekeeper;
  private final SplittableRandom dice;
  private final AtomicInteger killed = new AtomicInteger();
  private final Thread thread =
      Thread.ofPlatform().name("killer").daemon(true).unstarted(this::rounds);
  private volatile @Nullable StartFailure failure;

  /**
   * A killer that has not begun.
   *
   * @param handful how many customers come in a round
   */
  Killer(Stage stage, int rounds, int handful, Gatekeeper gatekeeper, long seed) {
    this.stage = stage;
    this.rounds = rounds;
    this.handful = handful;
    this.gatekeeper = gatekeeper;
    this.dice = new SplittableRandom(seed);
  }

  /** Begins. */
  void start() {
    thread.start();
  }

  /** How often the shop was killed so far. */
  int killed() {
    return killed.get();
  }

  /**
   * Waits for the last round.
   *
   * @throws StartFailure if the shop did not come up again
   */
  void join() throws InterruptedException {
    thread.join(JOIN_WITHIN);
    StartFailure failed = failure;
    if (failed != null) {
      throw failed;
    }
    if (thread.isAlive()) {
      throw new StartFailure("the rounds did not end within " + JOIN_WITHIN, null);
    }
  }

  private void rounds() {
    try (Line processor = new Line(stage.processor(), Map.of())) {
      // A shop that stops in order leaves behind what makes the next ones start fast.
      stage.stopShop();
      stage.restartShop();
      for (int round = 0; round < rounds; round++) {
        long charges = charges(processor) + dice.nextInt(handful + 1);
        gatekeeper.admit();
        awaitCharges(processor, charges);
        Pause.of(Duration.ofMillis(dice.nextInt(LATEST_MILLIS)));
        stage.killShop();
        killed.incrementAndGet();
        stage.restartShop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StartFailure e) {
      failure = e;
    } finally {
      gatekeeper.shut();
    }
  }

  private static void awaitCharges(Line processor, long wanted) throws InterruptedException {
    long end = System.nanoTime() + LONGEST_LIFE.toNanos();
    while (charges(processor) < wanted && System.nanoTime() < end) {
      Pause.of(LOOK);
    }
  }

  private static long charges(Line processor) throws InterruptedException {
    return processor
        .get("/sandbox/ledger")
        .map(answer -> answer.body().path("charges").asLong())
        .orElse(0L);
  }
}
