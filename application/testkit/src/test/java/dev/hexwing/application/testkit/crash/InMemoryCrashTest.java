package dev.hexwing.application.testkit.crash;

import dev.hexwing.application.testkit.InMemoryFixture;
import dev.hexwing.application.testkit.StoreFixture;

/** The store in memory stands what every store must. */
class InMemoryCrashTest extends CrashSuite {

  @Override
  protected StoreFixture open() {
    return new InMemoryFixture();
  }
}
