package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.payments.ProcessorCapabilities;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/** A run in which customers, workers, notices and time go on side by side. */
final class SideBySide extends Exploration {

  private static final Duration HOUR = Duration.ofHours(1);

  private final SplittableRandom dice;
  private final int mostFaults;
  private final List<Throwable> broken = new CopyOnWriteArrayList<>();

  SideBySide(Setup setup, UseCase useCase, SplittableRandom dice) {
    super(setup, useCase, new Turns(dice.split()));
    this.dice = dice;
    this.mostFaults = setup.mostFaults();
    run().start(clockOff());
    begin();
    if (dice.nextInt(3) > 0) {
      run().start(clockOff());
    }
  }

  private Duration clockOff() {
    return HOUR.multipliedBy(dice.nextInt(-1, 2));
  }

  void act() {
    Map<String, Runnable> actors = new LinkedHashMap<>();
    useCase()
        .customers()
        .forEach((name, act) -> actors.put(name, play(name, act, actors.size(), 2)));
    background().forEach((name, act) -> actors.put(name, play(name, act, actors.size(), 1)));
    run().steps().follow(Plan.scattered(dice.split(), dice.nextInt(mostFaults + 1)));
    turns().run(actors);
    if (!broken.isEmpty()) {
      throw new IllegalStateException(broken.getFirst().toString(), broken.getFirst());
    }
  }

  private Map<String, UseCase.Act> background() {
    Map<String, UseCase.Act> some = new LinkedHashMap<>();
    perhaps(some, "reconciler", Shop::recover);
    perhaps(some, "relay", Shop::deliverEvents);
    perhaps(some, "notices", Shop::hearNotices);
    perhaps(some, "time", this::pass);
    return some;
  }

  private void perhaps(Map<String, UseCase.Act> some, String name, UseCase.Act act) {
    if (dice.nextInt(3) > 0) {
      some.put(name, twice(act));
    }
  }

  private static UseCase.Act twice(UseCase.Act act) {
    return shop -> {
      act.at(shop);
      act.at(shop);
    };
  }

  /**
   * Leases run out while their owners stand still. A processor that does not replay is safe only
   * while no request leaves after its lease, so then less time passes.
   */
  private void pass(Shop shop) {
    ProcessorCapabilities promised = run().processor().processor().capabilities();
    int most = promised.replaysFor().isPositive() ? 30_000 : 4_000;
    shop.passTime(Duration.ofMillis(dice.nextInt(1, most)));
  }

  private Runnable play(String name, UseCase.Act act, int seat, int tries) {
    Shop shop = shop(seat, dice.split());
    return () -> {
      for (int i = 0; i < tries; i++) {
        try {
          act.at(shop);
        } catch (NodeDied died) {
          run().steps().note("=> " + name + " hears nothing");
        } catch (RuntimeException | AssertionError e) {
          broken.add(e);
          return;
        }
      }
    };
  }
}
