package dev.hexwing.persistence;

import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Round trips through H2. */
class H2RoundTripTest extends RoundTripContracts {

  private static @Nullable TestDatabase database;

  @BeforeContainer
  static void openDatabase() {
    database = TestH2.inMemory();
  }

  @AfterContainer
  static void closeDatabase() {
    if (database != null) {
      database.close();
    }
  }

  @Override
  TestDatabase database() {
    if (database == null) {
      throw new IllegalStateException("no database");
    }
    return database;
  }
}
