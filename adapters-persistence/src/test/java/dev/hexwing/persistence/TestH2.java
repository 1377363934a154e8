package dev.hexwing.persistence;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** H2, in memory or in a file. */
final class TestH2 {

  private static final AtomicInteger NAMES = new AtomicInteger();

  private TestH2() {}

  static TestDatabase inMemory() {
    String url = "jdbc:h2:mem:test" + NAMES.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
    return closedByShutdown(new PersistenceSettings(url, "sa", "", 10));
  }

  static TestDatabase inFile(Path folder) {
    return closedByShutdown(PersistenceSettings.embedded(folder.resolve("hexwing"), 10));
  }

  private static TestDatabase closedByShutdown(PersistenceSettings settings) {
    TestDatabase[] self = new TestDatabase[1];
    self[0] = TestDatabase.at(settings, () -> self[0].sql("shutdown"));
    return self[0];
  }
}
