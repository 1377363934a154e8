package dev.hexwing.persistence;

/** PostgreSQL keeps to every contract. */
class PostgresTest extends DatabaseContracts {
  @Override
  TestDatabase connect() {
    return TestPostgres.database("contracts");
  }
}
