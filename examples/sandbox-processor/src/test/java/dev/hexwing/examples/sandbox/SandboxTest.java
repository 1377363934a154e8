package dev.hexwing.examples.sandbox;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Starts a sandbox on a free port, with a shop beside it, for each test. */
abstract class SandboxTest {

  @TempDir Path folder;
  SandboxServer sandbox;
  Shop shop;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.start(options());
    shop = new Shop(sandbox);
  }

  SandboxOptions options() {
    return SandboxOptions.in(folder.resolve("ledger"));
  }

  void start(SandboxOptions options) {
    sandbox = SandboxServer.start(options);
    shop = new Shop(sandbox);
  }

  void restart(SandboxOptions options) {
    stop();
    start(options);
  }

  @AfterEach
  void stop() {
    shop.close();
    sandbox.stop();
  }
}
