package dev.hexwing.persistence;

import dev.hexwing.application.testkit.StoreFixture;
import dev.hexwing.application.testkit.crash.CrashSuite;
import dev.hexwing.application.testkit.crash.UseCase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** PostgreSQL stands the death of a node, and a broken connection, at each step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresCrashTest extends CrashSuite {

  private TestDatabase database;

  @BeforeAll
  final void openDatabase() {
    database = TestPostgres.database("crashes");
  }

  @AfterAll
  final void closeDatabase() {
    database.close();
  }

  @Override
  protected StoreFixture open() {
    return database.emptied();
  }

  @Override
  protected List<UseCase> useCases() {
    return List.of(UseCase.payment());
  }

  @Override
  protected int interleavings() {
    return 2;
  }
}
