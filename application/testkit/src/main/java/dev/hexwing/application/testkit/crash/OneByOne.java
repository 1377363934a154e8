package dev.hexwing.application.testkit.crash;

import java.time.Duration;
import java.util.SplittableRandom;

/** A run in which the customers of a use case come one after the other. */
final class OneByOne extends Exploration {

  OneByOne(Setup setup, UseCase useCase) {
    super(setup, useCase, new Turns(new SplittableRandom(0)));
    run().start(Duration.ZERO);
    begin();
  }

  void act(Plan plan) {
    run().steps().follow(plan);
    useCase()
        .customers()
        .forEach(
            (name, act) -> {
              turns().alone(name);
              try {
                act.at(shop(0, new SplittableRandom(0)));
              } catch (NodeDied died) {
                run().steps().note("=> " + name + " hears nothing");
              }
            });
  }
}
