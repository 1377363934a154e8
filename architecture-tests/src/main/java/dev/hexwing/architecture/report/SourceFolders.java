package dev.hexwing.architecture.report;

import dev.hexwing.architecture.SourcePlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds sources in a repository, so that code hosts and editors show the right line.
 *
 * <p>A class file tells a file below its source folder alone; where that folder is has to be told
 * or follows from where Maven and Gradle put classes. A source that is not found keeps the path
 * that its class file tells. Remembers what it has found; not safe for use by several threads.
 */
public final class SourceFolders {

  private static final List<String> LANGUAGES = List.of("java", "kotlin", "groovy", "scala");

  private final Path repository;
  private final List<Path> folders;
  private final Map<String, String> found = new HashMap<>();
  private final Map<String, List<Integer>> lines = new HashMap<>();

  private SourceFolders(Path repository, Collection<Path> folders) {
    this.repository = repository.toAbsolutePath().normalize();
    this.folders = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
  }

  /**
   * Source folders that were told.
   *
   * @param repository what paths are told relative to
   * @param folders where sources are, first come first served
   */
  public static SourceFolders of(Path repository, Collection<Path> folders) {
    return new SourceFolders(repository, folders);
  }

  /** Source folders as they usually lie beside folders and jars of classes. */
  public static SourceFolders beside(Path repository, Collection<Path> classesOrJars) {
    Set<Path> folders = new LinkedHashSet<>();
    for (Path classes : classesOrJars) {
      Path at = classes.toAbsolutePath().normalize();
      for (Path up = at.getParent(); up != null && at.getNameCount() - up.getNameCount() <= 4; ) {
        folders.addAll(mainFoldersOf(up));
        up = up.getParent();
      }
    }
    return new SourceFolders(repository, folders);
  }

  /**
   * The folder that paths are told relative to: the nearest one around that holds a repository, or
   * the one that is asked about.
   */
  public static Path repositoryAround(Path folder) {
    Path start = folder.toAbsolutePath().normalize();
    for (Path up = start; up != null; up = up.getParent()) {
      if (Files.exists(up.resolve(".git"))) {
        return up;
      }
    }
    return start;
  }

  private static List<Path> mainFoldersOf(Path project) {
    List<Path> folders = new ArrayList<>();
    for (String language : LANGUAGES) {
      Path folder = project.resolve("src").resolve("main").resolve(language);
      if (Files.isDirectory(folder)) {
        folders.add(folder);
      }
    }
    Path generated = project.resolve("target").resolve("generated-sources").resolve("annotations");
    if (Files.isDirectory(generated)) {
      folders.add(generated);
    }
    return folders;
  }

  /** The path of a source relative to the repository, with slashes. */
  public String pathOf(SourcePlace place) {
    return found.computeIfAbsent(place.file(), this::find);
  }

  /**
   * How many characters stand in the line, 0 if nobody knows.
   *
   * @throws UncheckedIOException if the source is there and cannot be read
   */
  public int widthOf(SourcePlace place) {
    List<Integer> widths = lines.computeIfAbsent(pathOf(place), this::widths);
    return place.line() > widths.size() ? 0 : widths.get(place.line() - 1);
  }

  private List<Integer> widths(String path) {
    Path source = repository.resolve(path);
    if (!Files.isRegularFile(source)) {
      return List.of();
    }
    try {
      String text = new String(Files.readAllBytes(source), StandardCharsets.UTF_8);
      return text.lines().map(String::length).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(source + " cannot be read: " + e.getMessage(), e);
    }
  }

  private String find(String file) {
    for (Path folder : folders) {
      Path source = folder.resolve(file);
      if (Files.isRegularFile(source)) {
        return shown(source);
      }
    }
    // What is no source, such as the layout, is named from where the program runs.
    Path here = Path.of(file).toAbsolutePath().normalize();
    boolean within = here.startsWith(repository) && Files.isRegularFile(here);
    return within ? shown(here) : file.replace('\\', '/');
  }

  private String shown(Path source) {
    Path path = source.startsWith(repository) ? repository.relativize(source) : source;
    return path.toString().replace('\\', '/');
  }
}
