package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.sandbox.SandboxOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the processor's lists against the shop's payments, both ways. */
@Command(
    name = "orphans",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:both agree", "1:they differ, or one does not answer", "2:wrong use"},
    description =
        "Compares every charge and refund in the processor's own lists with the shop's payments,"
            + " both ways, and tells each difference. What is still being settled is counted and is"
            + " no difference. Keeps about 200 bytes for each payment in memory.")
public final class OrphansCommand implements Callable<Integer> {

  @Mixin private Addresses addresses = new Addresses();

  @Option(
      names = "--processor",
      defaultValue = "http://127.0.0.1:8090",
      description = "The processor (${DEFAULT-VALUE}).")
  private String processor = "";

  @Option(
      names = "--processor-key",
      defaultValue = "${env:HEXWING_PROCESSOR_KEY:-" + SandboxOptions.DEFAULT_KEY + "}",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
      description = "Its API key; better given as HEXWING_PROCESSOR_KEY.")
  private String key = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Line shop = addresses.shop();
        Line theirs = Addresses.processor(processor, key)) {
      OrphanReport report = new OrphanReport(shop, theirs, out::println);
      report.compare();
      out.println(report.summary());
      out.flush();
      return report.differences() == 0 ? 0 : 1;
    }
  }
}
