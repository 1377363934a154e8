package dev.hexwing.persistence;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** H2 in a file, each commit flushed, keeps to every contract. */
class H2FileTest extends DatabaseContracts {

  @TempDir private static Path folder;

  @Override
  TestDatabase connect() {
    return TestH2.inFile(folder);
  }
}
