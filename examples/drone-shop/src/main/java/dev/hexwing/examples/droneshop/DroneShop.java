package dev.hexwing.examples.droneshop;

import dev.hexwing.examples.droneshop.csv.UnusableFile;
import dev.hexwing.examples.droneshop.journeys.AttentionCommand;
import dev.hexwing.examples.droneshop.journeys.DeadLettersCommand;
import dev.hexwing.examples.droneshop.journeys.JourneysCommand;
import dev.hexwing.examples.droneshop.journeys.KillRoundsCommand;
import dev.hexwing.examples.droneshop.journeys.OrphansCommand;
import dev.hexwing.examples.droneshop.journeys.PlayFailed;
import dev.hexwing.examples.droneshop.journeys.RebuildCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The shop as a program: serves until it is told to end, or plays journeys. What is wrong at the
 * start is one line on the error output, and exit code 2.
 */
@Command(
    name = "drone-shop",
    mixinStandardHelpOptions = true,
    version = "Hexwing drone shop",
    description = "A shop that charges exactly once and delivers by drone; serves until Ctrl-C.",
    subcommands = {
      JourneysCommand.class,
      KillRoundsCommand.class,
      AttentionCommand.class,
      DeadLettersCommand.class,
      RebuildCommand.class,
      OrphansCommand.class
    })
public final class DroneShop implements Callable<Integer> {

  /** Wrong use, or wrong settings. */
  public static final int WRONG_USE = 2;

  private final Map<String, String> environment;

  @Spec private @Nullable CommandSpec spec;

  private DroneShop(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs the program. */
  public static void main(String[] args) {
    System.exit(run(args, System.getenv()));
  }

  private static int run(String[] args, Map<String, String> environment) {
    try {
      LogSetup.from(environment);
    } catch (StartFailure e) {
      return failed(new PrintWriter(System.err, true, StandardCharsets.UTF_8), e);
    }
    return commandLine(environment).execute(args);
  }

  static CommandLine commandLine(Map<String, String> environment) {
    CommandLine commandLine =
        new CommandLine(new DroneShop(environment))
            .setParameterExceptionHandler(
                (wrong, args) -> failed(wrong.getCommandLine().getErr(), wrong))
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  if (failure instanceof StartFailure || failure instanceof UnusableFile) {
                    return failed(command.getErr(), failure);
                  }
                  if (failure instanceof PlayFailed) {
                    failed(command.getErr(), failure);
                    return 1;
                  }
                  throw failure;
                });
    commandLine
        .getCommandSpec()
        .usageMessage()
        .footer("", "Settings, from the environment:", Setting.table().replace("%", "%%"));
    return commandLine;
  }

  private static int failed(PrintWriter err, Exception failure) {
    err.println("drone-shop: " + oneLine(failure));
    err.flush();
    return WRONG_USE;
  }

  private static String oneLine(Exception failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }

  @Override
  public Integer call() throws InterruptedException {
    Shop shop = Shop.start(ShopSettings.from(environment));
    CountDownLatch forever = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("shop-stop").unstarted(() -> stop(shop)));
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(shop.greeting());
    out.flush();
    forever.await();
    return 0;
  }

  /** A signal would end the program with a code of its own; an orderly stop is no failure. */
  private static void stop(Shop shop) {
    shop.close();
    Runtime.getRuntime().halt(0);
  }
}
