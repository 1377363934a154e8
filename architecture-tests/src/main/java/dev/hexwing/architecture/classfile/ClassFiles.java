package dev.hexwing.architecture.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** All classes of folders and jars; on one thread. */
public final class ClassFiles {

  private static final int MAGIC = 0xCAFEBABE;

  private final Names names = new Names();
  private final List<ClassInfo> classes = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final Watcher progress;
  private int done;
  private int total;

  private ClassFiles(Watcher progress) {
    this.progress = progress;
  }

  /**
   * What was read.
   *
   * @param classes the named classes; what nameless ones do is theirs
   * @param skipped what could not be read
   */
  public record Contents(List<ClassInfo> classes, List<Skipped> skipped) {}

  /** Is told how many class files were read, and how many there are. */
  @FunctionalInterface
  public interface Watcher {
    /** So many of so many. */
    void read(int done, int of);
  }

  /** A class file that could not be read. */
  public record Skipped(String file, String why) {}

  /**
   * Reads folders and jars; of classes with one name the first counts.
   *
   * @param progress is told how many were read, now and then
   * @throws UncheckedIOException if one cannot be read at all
   */
  public static Contents read(List<Path> containers, Watcher progress) {
    ClassFiles files = new ClassFiles(progress);
    for (Path container : containers) {
      files.total += count(container);
    }
    for (Path container : containers) {
      try {
        if (Files.isDirectory(container)) {
          files.readFolder(container);
        } else if (container.toString().endsWith(".class")) {
          files.add(Files.readAllBytes(container), container.toString(), container.toString(), "");
        } else {
          files.readJar(container);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(container + " cannot be read: " + e.getMessage(), e);
      }
    }
    progress.read(files.done, Math.max(files.done, files.total));
    return files.contents();
  }

  private static int count(Path container) {
    try {
      if (Files.isDirectory(container)) {
        try (Stream<Path> walk = Files.walk(container)) {
          return (int) walk.filter(file -> isClass(file.toString())).count();
        }
      }
      if (container.toString().endsWith(".class")) {
        return 1;
      }
      try (ZipFile zip = new ZipFile(container.toFile())) {
        return (int) zip.stream().filter(entry -> isClass(entry.getName())).count();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(container + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Reads class files that somebody else found. */
  public static Contents readAll(List<byte[]> files) {
    ClassFiles reader = new ClassFiles((done, of) -> {});
    files.forEach(bytes -> reader.add(bytes, "", "", ""));
    return reader.contents();
  }

  private Contents contents() {
    return new Contents(Folding.fold(classes), List.copyOf(skipped));
  }

  private void readFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files =
          walk.filter(file -> isClass(file.toString()))
              .sorted(Comparator.comparing(Path::toString))
              .toList();
    }
    for (Path file : files) {
      String inside = folder.relativize(file).toString().replace('\\', '/');
      add(Files.readAllBytes(file), file.toString(), folder.toString(), inside);
    }
  }

  private void readJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> isClass(entry.getName()))
              .filter(entry -> !entry.getName().startsWith("META-INF/"))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      for (ZipEntry entry : entries) {
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
          bytes = in.readAllBytes();
        } catch (IOException e) {
          skipped.add(
              new Skipped(jar + "!" + entry.getName(), "broken in its jar: " + e.getMessage()));
          continue;
        }
        add(bytes, jar + "!" + entry.getName(), jar.toString(), entry.getName());
      }
    }
  }

  private static boolean isClass(String name) {
    return name.endsWith(".class") && !name.endsWith("module-info.class");
  }

  private void add(byte[] bytes, String file, String container, String inside) {
    done++;
    if (done % 100 == 0) {
      progress.read(done, Math.max(done, total));
    }
    if (bytes.length < 10 || magicOf(bytes) != MAGIC) {
      skipped.add(new Skipped(file, "is no class file"));
      return;
    }
    try {
      ClassInfo found = ClassFileReader.read(bytes, container, names);
      if (!inside.isEmpty() && !inside.equals(found.name().replace('.', '/') + ".class")) {
        skipped.add(new Skipped(file, "holds " + found.name() + ", which belongs elsewhere"));
      } else if (seen.add(found.name())) {
        classes.add(found);
      }
    } catch (IllegalArgumentException e) {
      skipped.add(new Skipped(file, why(bytes, e)));
    } catch (RuntimeException e) {
      // ASM trusts what it reads; whatever it stumbles over is a broken file.
      skipped.add(new Skipped(file, "is broken: " + e));
    }
  }

  private static String why(byte[] bytes, RuntimeException e) {
    int major = ((bytes[6] & 0xFF) << 8) | (bytes[7] & 0xFF);
    String message = String.valueOf(e.getMessage());
    return message.contains("major version")
        ? "is of class file version " + major + ", which is too new"
        : "is broken: " + message;
  }

  private static int magicOf(byte[] bytes) {
    return ((bytes[0] & 0xFF) << 24)
        | ((bytes[1] & 0xFF) << 16)
        | ((bytes[2] & 0xFF) << 8)
        | (bytes[3] & 0xFF);
  }
}
