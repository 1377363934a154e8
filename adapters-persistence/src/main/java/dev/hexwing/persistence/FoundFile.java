package dev.hexwing.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2's file as the start finds it, made anew beside itself and put in its own place if most of it
 * is of no use.
 *
 * <p>{@link Compaction} does for what this life writes. After a kill H2 may hold on to every chunk
 * of the lives before, used or not, for as long as the file is open.
 */
final class FoundFile {

  private static final Logger log = LoggerFactory.getLogger(FoundFile.class);
  private static final String SCHEME = "jdbc:h2:file:";
  private static final long LEAST_SIZE = 32L * 1024 * 1024;
  private static final int ENOUGH_OF_USE = 50;

  private FoundFile() {}

  /** To be called before the file is opened; does nothing if it is in use or cannot be read. */
  static void compact(String url) {
    compact(url, LEAST_SIZE);
  }

  static void compact(String url, long leastSize) {
    if (url.startsWith(SCHEME)) {
      Path file = Path.of(url.substring(SCHEME.length()).replaceFirst(";.*", "") + ".mv.db");
      try {
        if (Files.exists(file)
            && Files.size(file) >= leastSize
            && percentOfUse(file) < ENOUGH_OF_USE) {
          MVStoreTool.compact(file.toString(), false);
        }
      } catch (IOException | MVStoreException e) {
        log.warn("the database's file keeps its size: {}", e.getMessage());
      }
    }
  }

  private static int percentOfUse(Path file) {
    try (MVStore store = new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
      FileStore<?> found = store.getFileStore();
      return found.getFillRate() * found.getChunksFillRate() / 100;
    }
  }
}
