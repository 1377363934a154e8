package dev.hexwing.architecture.baseline;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The findings that a team has agreed to put right later, as a sorted text file with one line each.
 *
 * <p>The file is made to be merged: sorted lines, no counts, no line numbers, no dates. Lines that
 * both sides of a merge added may stand twice or out of order; they are read all the same and put
 * in order when the file is next written. Empty lines and lines that begin with {@code #} are
 * skipped.
 *
 * <pre>{@code
 * Baseline known = Baseline.read(Path.of("architecture-baseline.txt"));
 * boolean agreed = known.contains(entry);
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Baseline {

  private static final String HEADER =
      """
      # Findings agreed to be put right later: rule, class, what it reaches for. One line each, sorted.
      # New findings fail the check; lines that no longer hold are told, and removed by --prune.
      """;

  private final NavigableSet<BaselineEntry> entries;

  private Baseline(Collection<BaselineEntry> entries) {
    this.entries = Collections.unmodifiableNavigableSet(new TreeSet<>(entries));
  }

  /** A baseline of these entries; the same one twice is one. */
  public static Baseline of(Collection<BaselineEntry> entries) {
    return new Baseline(entries);
  }

  /** A baseline that agrees to nothing. */
  public static Baseline empty() {
    return new Baseline(Set.of());
  }

  /**
   * Reads a file.
   *
   * @throws UnusableBaseline if the file cannot be read or a line is no entry; the message names
   *     file and line
   */
  public static Baseline read(Path file) {
    NavigableSet<BaselineEntry> entries = new TreeSet<>();
    int number = 0;
    for (String line : linesOf(file)) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      try {
        entries.add(BaselineEntry.parse(text));
      } catch (IllegalArgumentException e) {
        throw new UnusableBaseline(file + ":" + number + ": " + e.getMessage(), e);
      }
    }
    return new Baseline(entries);
  }

  private static Collection<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new UnusableBaseline("the baseline " + file + " is no UTF-8 text", e);
    } catch (IOException e) {
      throw new UnusableBaseline("cannot read the baseline " + file, e);
    }
  }

  /** All entries, sorted. */
  public NavigableSet<BaselineEntry> entries() {
    return entries;
  }

  /** Whether a finding was agreed to. */
  public boolean contains(BaselineEntry entry) {
    return entries.contains(entry);
  }

  /** What a file of this baseline contains. */
  public String text() {
    StringBuilder text = new StringBuilder(HEADER);
    entries.forEach(entry -> text.append(entry).append('\n'));
    return text.toString();
  }
}
