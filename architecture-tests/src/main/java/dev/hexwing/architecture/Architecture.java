package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    ClassFiles.Contents contents = ClassFiles.read(classesOrJars, progress::read);
    return judge(contents, layout, progress);
  }

  /**
   * Checks what of some packages lies on a class path, tests left out.
   *
   * @throws java.io.UncheckedIOException if the class path cannot be read
   */
  public static Report checkClassPath(ClassLoader loader, List<String> packages, Layout layout) {
    return check(ClassPathRoots.of(loader, packages), layout);
  }

  /** Judges what was read. */
  static Report judge(ClassFiles.Contents contents, Layout layout) {
    return judge(contents, layout, Progress.SILENT);
  }

  private static Report judge(ClassFiles.Contents contents, Layout layout, Progress progress) {
    CodeBase code = new CodeBase(contents, layout);
    Suppressions suppressions = new Suppressions(code);
    List<Finding> all = new ArrayList<>();
    List<Finding> kept = new ArrayList<>();
    List<Report.Suppressed> suppressed = new ArrayList<>();
    List<RuleTally> tallies = new ArrayList<>();
    List<Rule> rules = RuleBook.of(layout).rulesThatAreOn();
    for (Rule rule : rules) {
      progress.judged(tallies.size(), rules.size());
      Verdict verdict = rule.judge(code);
      int before = kept.size();
      for (Finding one : verdict.findings()) {
        all.add(one);
        suppressions.suppressed(one).ifPresentOrElse(suppressed::add, () -> kept.add(one));
      }
      tallies.add(
          new RuleTally(rule.id(), verdict.judged(), verdict.targets(), kept.size() - before));
    }
    progress.judged(rules.size(), rules.size());
    List<Report.DeadAllowance> dead = Health.dead(code);
    List<Report.UnusedSuppression> unused = suppressions.unused();
    kept.addAll(suppressions.mistakes());
    kept.addAll(Health.vacuous(layout, tallies));
    kept.addAll(Health.ofDead(layout, dead));
    kept.addAll(Health.ofUnused(layout, unused));
    kept.removeIf(one -> isOff(layout, one.rule()));
    kept.sort(null);
    List<Report.Unreadable> unreadable =
        contents.skipped().stream()
            .map(one -> new Report.Unreadable(one.file(), one.why()))
            .toList();
    return new Report(
        kept,
        tallies,
        unreadable,
        suppressed,
        unused,
        dead,
        code.roles(),
        MapMaker.draw(code, all));
  }

  private static boolean isOff(Layout layout, String rule) {
    LayoutEntries.Setting setting = layout.settings().get(rule);
    return setting != null && !setting.on();
  }

  /**
   * Proposes a layout for class files, and says what it is unsure of.
   *
   * @throws java.io.UncheckedIOException if a folder or jar cannot be read at all
   */
  public static Proposal propose(List<Path> classesOrJars) {
    return propose(classesOrJars, Progress.SILENT);
  }

  /** The same, and tells how many class files were read. */
  public static Proposal propose(List<Path> classesOrJars, Progress progress) {
    return Proposer.propose(ClassFiles.read(classesOrJars, progress::read));
  }
}
