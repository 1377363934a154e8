package dev.hexwing.persistence;

import org.junit.jupiter.api.Nested;

/** A connection that breaks never leaves half of a transaction behind. */
class BrokenConnectionTest {

  @Nested
  class On_PostgreSQL extends BrokenConnectionContracts {
    @Override
    TestDatabase connect() {
      return TestPostgres.database("broken");
    }
  }

  @Nested
  class On_H2 extends BrokenConnectionContracts {

    @Override
    TestDatabase connect() {
      return TestH2.inMemory();
    }
  }
}
