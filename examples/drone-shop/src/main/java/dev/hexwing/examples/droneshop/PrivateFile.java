package dev.hexwing.examples.droneshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes small files that nobody else on the machine may read. */
final class PrivateFile {

  private PrivateFile() {}

  /** Replaces a file. */
  static void write(Path file, String text) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new StartFailure("HEXWING_DATA: cannot write " + file, e);
    }
  }
}
