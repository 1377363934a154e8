package dev.hexwing.examples.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that holds a ledger, locked for this process while it is open. */
final class LedgerFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel lockFile;

  private LedgerFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Creates the folder if need be and locks it.
   *
   * @throws SandboxStartException if it can't be written, or another process holds it
   */
  static LedgerFolder lock(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel file =
          FileChannel.open(
              folder.resolve("ledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(file) == null) {
        file.close();
        throw new SandboxStartException(
            "the ledger in " + folder + " is in use by another sandbox processor");
      }
      return new LedgerFolder(folder, file);
    } catch (IOException e) {
      throw new SandboxStartException("can't write to the data folder " + folder + ": " + e, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  Path journal() {
    return folder.resolve("ledger.jsonl");
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
