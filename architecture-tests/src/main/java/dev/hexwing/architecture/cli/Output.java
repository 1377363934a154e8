package dev.hexwing.architecture.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a command has to say: to a file that is complete or not there, or to the terminal.
 */
final class Output {

  private Output() {}

  static void write(String text, @Nullable Path file, PrintWriter out) {
    if (file == null) {
      out.print(text);
      out.flush();
    } else {
      toFile(text, file);
    }
  }

  /**
   * Writes beside the file first and then puts it in place.
   *
   * @throws WrongUse if that does not work
   */
  static void toFile(String text, Path file) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new WrongUse("cannot write " + file + ": it is a folder");
    }
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, ".architecture-", ".tmp");
      try {
        Files.writeString(draft, text);
        openLikeOthers(draft, target);
        move(draft, target);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      String why = e.getClass().getSimpleName().replace("Exception", "").toLowerCase(Locale.ROOT);
      throw new WrongUse("cannot write " + file + " (" + why + ": " + e.getMessage() + ")", e);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A draft belongs to its owner alone; a report is for everybody, as files usually are. */
  private static void openLikeOthers(Path draft, Path target) throws IOException {
    if (!Files.getFileStore(draft).supportsFileAttributeView("posix")) {
      return;
    }
    Files.setPosixFilePermissions(
        draft,
        Files.exists(target)
            ? Files.getPosixFilePermissions(target)
            : PosixFilePermissions.fromString("rw-r--r--"));
  }
}
