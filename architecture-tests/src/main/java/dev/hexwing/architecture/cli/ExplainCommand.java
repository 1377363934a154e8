package dev.hexwing.architecture.cli;

import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.RoleAssignment;
import dev.hexwing.architecture.RuleDescription;
import dev.hexwing.architecture.report.ClassExplanation;
import dev.hexwing.architecture.report.RuleCatalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a rule or a class. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Explains a rule: what it asks, why, and how to mend what breaks it;",
      "or a class: which role it got, from where, and what that forbids."
    })
final class ExplainCommand implements Runnable {

  private static final int MOST_NAMES = 12;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RULE",
      description = "A rule such as HEX-01, or a family such as HEX.")
  private @Nullable String rule;

  @ArgGroup(exclusive = false)
  private @Nullable OfClass ofClass;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What is needed to explain a class. */
  static final class OfClass {
    @Option(
        names = "--class",
        required = true,
        paramLabel = "NAME",
        description = "A class; its name without the package will do.")
    private String name = "";

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Judged judged = new Judged();
  }

  @Override
  public void run() {
    if ((rule == null) == (ofClass == null)) {
      throw new WrongUse("explain needs a rule, or --class NAME with --classes DIR|JAR");
    }
    String text = rule != null ? ofRule(rule) : ofClass(ofClass);
    Output.write(text, null, spec.commandLine().getOut());
  }

  private static String ofRule(String name) {
    List<RuleDescription> rules = RuleCatalogue.named(name);
    if (rules.isEmpty()) {
      throw new WrongUse(
          "there is no rule " + name + "; all are listed by: architecture-rules rules");
    }
    return String.join("\n\n", rules.stream().map(RuleCatalogue::explain).toList()) + "\n";
  }

  private String ofClass(@Nullable OfClass asked) {
    if (asked == null) {
      throw new IllegalStateException("neither rule nor class");
    }
    Report report = asked.judged.report(spec.commandLine().getErr());
    return ClassExplanation.of(named(asked.name, report), report, asked.judged.sources());
  }

  private static RoleAssignment named(String name, Report report) {
    String sought = name.replace('/', '.');
    List<RoleAssignment> found =
        report.roles().all().stream().filter(one -> one.className().equals(sought)).toList();
    if (found.isEmpty()) {
      found = report.roles().all().stream().filter(one -> isCalled(one, sought)).toList();
    }
    if (found.isEmpty()) {
      throw new WrongUse("there is no class " + name + " among those that were given");
    }
    if (found.size() > 1) {
      List<String> names = found.stream().map(RoleAssignment::className).limit(MOST_NAMES).toList();
      throw new WrongUse(name + " may be " + String.join(" or ", names));
    }
    return found.get(0);
  }

  /** A name without package, or without enclosing class. */
  private static boolean isCalled(RoleAssignment one, String name) {
    String full = one.className();
    return full.endsWith("." + name)
        || full.endsWith("$" + name)
        || full.replace('$', '.').endsWith("." + name);
  }
}
