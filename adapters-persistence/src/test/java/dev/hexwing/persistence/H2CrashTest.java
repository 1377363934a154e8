package dev.hexwing.persistence;

import dev.hexwing.application.testkit.StoreFixture;
import dev.hexwing.application.testkit.crash.CrashSuite;
import dev.hexwing.application.testkit.crash.UseCase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** H2 stands the death of a node, and a broken connection, at each step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2CrashTest extends CrashSuite {

  private TestDatabase database;

  @BeforeAll
  final void openDatabase() {
    database = TestH2.inMemory();
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
