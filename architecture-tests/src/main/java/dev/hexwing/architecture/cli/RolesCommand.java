package dev.hexwing.architecture.cli;

import dev.hexwing.architecture.Report;
import dev.hexwing.architecture.Role;
import dev.hexwing.architecture.report.RoleList;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists roles. */
@Command(
    name = "roles",
    mixinStandardHelpOptions = true,
    description = "Lists what each class is, and who said so.")
final class RolesCommand implements Runnable {

  @Mixin private final Judged judged = new Judged();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "Only classes of that role, such as domain or unassigned.")
  private @Nullable String role;

  @Option(
      names = "--format",
      converter = Choice.OfList.class,
      completionCandidates = Choice.OfList.class,
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private ListFormat format = ListFormat.TEXT;

  @Option(names = "--output", paramLabel = "FILE", description = "Where the list goes.")
  private @Nullable Path output;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Optional<Role> only = Optional.ofNullable(role).map(RolesCommand::named);
    Report report = judged.report(spec.commandLine().getErr());
    RoleList list = new RoleList(report.roles(), only);
    String text = format == ListFormat.JSON ? list.json() : list.text();
    Output.write(text, output, spec.commandLine().getOut());
  }

  private static Role named(String name) {
    return Arrays.stream(Role.values())
        .filter(one -> one.text().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongUse(
                    "--role: expected one of "
                        + Arrays.stream(Role.values())
                            .map(Role::text)
                            .collect(Collectors.joining(", "))
                        + ", but is '"
                        + name
                        + "'"));
  }
}
