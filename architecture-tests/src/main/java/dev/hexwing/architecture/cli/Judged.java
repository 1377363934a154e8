package dev.hexwing.architecture.cli;

import dev.hexwing.architecture.Architecture;
import dev.hexwing.architecture.Layout;
import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.report.SourceFolders;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command needs that looks at classes: where they are, and what they are. */
final class Judged {

  /** The layout file that is taken if none is named. */
  static final String USUAL_LAYOUT = "architecture.yaml";

  @Option(
      names = "--classes",
      required = true,
      arity = "1..*",
      paramLabel = "DIR|JAR",
      description = "Folders of class files, or jars.")
  private List<Path> classes = new ArrayList<>();

  @Option(
      names = "--layout",
      paramLabel = "FILE",
      description = "What the classes are (" + USUAL_LAYOUT + " if it is there).")
  private @Nullable Path layout;

  @Option(
      names = "--source-root",
      arity = "1..*",
      paramLabel = "DIR",
      description = "Where the sources are (src/main/java beside the classes).")
  private List<Path> sourceRoots = new ArrayList<>();

  @Option(
      names = "--repository",
      paramLabel = "DIR",
      description = "What paths are told relative to (the repository around here).")
  private @Nullable Path repository;

  @Option(names = "--title", paramLabel = "WORDS", description = "What the report is of.")
  private @Nullable String title;

  /** Checks the classes. */
  Report report(PrintWriter err) {
    List<Path> found = classes();
    Layout rooms = Layout.read(layoutFile());
    Report report = Terminal.showing(err, progress -> Architecture.check(found, rooms, progress));
    if (report.roles().all().isEmpty() && report.unreadable().isEmpty()) {
      throw new WrongUse("there are no classes to judge in " + joined(found));
    }
    return report;
  }

  /** The folders and jars, all of which are there. */
  private List<Path> classes() {
    needAll(classes);
    return List.copyOf(classes);
  }

  /** Refuses what is not there, or holds no classes by its name. */
  static void needAll(List<Path> classes) {
    for (Path one : classes) {
      if (!Files.exists(one)) {
        throw new WrongUse("--classes: there is no folder or jar " + one);
      }
      if (!Files.isDirectory(one) && !one.toString().endsWith(".jar")) {
        throw new WrongUse("--classes: " + one + " is neither a folder nor a jar");
      }
    }
  }

  private Path layoutFile() {
    if (layout != null) {
      return needed(layout);
    }
    Path usual = Path.of(USUAL_LAYOUT);
    if (!Files.isRegularFile(usual)) {
      throw new WrongUse(
          "there is no "
              + USUAL_LAYOUT
              + " here; name a layout with --layout, or have one"
              + " proposed with: architecture-rules init --classes "
              + joined(classes));
    }
    return usual;
  }

  private static Path needed(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new WrongUse("--layout: there is no file " + file);
    }
    return file;
  }

  SourceFolders sources() {
    return sourceRoots.isEmpty()
        ? SourceFolders.beside(repository(), classes)
        : SourceFolders.of(repository(), existing(sourceRoots));
  }

  private static List<Path> existing(List<Path> folders) {
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new WrongUse("--source-root: there is no folder " + folder);
      }
    }
    return folders;
  }

  private Path repository() {
    if (repository == null) {
      return SourceFolders.repositoryAround(Path.of(""));
    }
    if (!Files.isDirectory(repository)) {
      throw new WrongUse("--repository: there is no folder " + repository);
    }
    return repository;
  }

  String title() {
    if (title != null) {
      return title;
    }
    Path folder = repository().toAbsolutePath().normalize();
    return Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("classes");
  }

  static String joined(List<Path> paths) {
    return String.join(" ", paths.stream().map(Path::toString).toList());
  }
}
