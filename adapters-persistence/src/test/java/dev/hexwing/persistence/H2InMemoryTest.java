package dev.hexwing.persistence;

/** H2 in memory keeps to every contract. */
class H2InMemoryTest extends DatabaseContracts {
  @Override
  TestDatabase connect() {
    return TestH2.inMemory();
  }
}
