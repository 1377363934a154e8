package dev.hexwing.examples.sandbox;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The sandbox payment processor as a program. It prints one line once it is ready, and runs until
 * it is told to end. What is wrong at the start is one line on the error output, and exit code 2.
 */
@Command(
    name = "sandbox-processor",
    mixinStandardHelpOptions = true,
    description = "A payment processor that speaks the part of Stripe's protocol a shop uses.")
public final class SandboxProcessor implements Callable<Integer> {

  private static final int WRONG_START = 2;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (${DEFAULT-VALUE}).")
  private String host = "";

  @Option(
      names = "--port",
      defaultValue = "${env:HEXWING_SANDBOX_PORT:-8090}",
      description = "Port to listen on, 0 for a free one (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      defaultValue = "sandbox-ledger",
      description = "Folder of the ledger (${DEFAULT-VALUE}).")
  private Path data = Path.of("");

  @Option(
      names = "--key",
      defaultValue = "${env:HEXWING_PROCESSOR_KEY:-" + SandboxOptions.DEFAULT_KEY + "}",
      description = "API key that callers must show (HEXWING_PROCESSOR_KEY, or sk_test_sandbox).")
  private String key = "";

  @Option(
      names = "--processor-faults",
      defaultValue = "none",
      description =
          "Injected faults, such as drop-before=0.1,drop-after=0.1,error-before=0.05,"
              + "error-during=0.05,error-after=0.05,slow=0.1:300ms,not-found-lag=500ms,"
              + "notice-twice=0.2,notice-late=0.2:2s.")
  private String faults = "";

  @Option(
      names = "--seed",
      defaultValue = "42",
      description = "Decides which requests meet a fault (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--webhook-url", description = "Where signed notices are posted.")
  private @Nullable URI webhookUrl;

  @Option(names = "--webhook-secret", description = "What they are signed with.")
  private @Nullable String webhookSecret;

  @Option(
      names = "--key-retention",
      defaultValue = "PT24H",
      description = "How long an idempotency key is kept, ISO 8601 (${DEFAULT-VALUE}).")
  private Duration keyRetention = Duration.ZERO;

  @Option(
      names = "--most-objects",
      defaultValue = "1000000",
      description = "How many objects the ledger takes (${DEFAULT-VALUE}).")
  private int mostObjects;

  @Spec private @Nullable CommandSpec spec;

  private SandboxProcessor() {}

  /** Runs the program until it is told to end. */
  public static void main(String[] args) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "sandbox-logback.xml");
    }
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new SandboxProcessor())
        .setParameterExceptionHandler(
            (wrong, args) -> failed(wrong.getCommandLine(), wrong.getMessage()))
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> {
              if (failure instanceof SandboxStartException
                  || failure instanceof IllegalArgumentException) {
                return failed(commandLine, failure.getMessage());
              }
              throw failure;
            });
  }

  private static int failed(CommandLine commandLine, @Nullable String message) {
    String line = message == null ? "wrong options" : message.replaceAll("\\s*\\R\\s*", " ");
    PrintWriter err = commandLine.getErr();
    err.println("sandbox-processor: " + line);
    err.flush();
    return WRONG_START;
  }

  @Override
  public Integer call() throws InterruptedException {
    SandboxServer server = SandboxServer.start(options());
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("sandbox-stop")
                .unstarted(
                    () -> {
                      server.stop();
                      ended.countDown();
                    }));
    ready(server.port());
    ended.await();
    return 0;
  }

  private void ready(int listening) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "sandbox processor listening on http://"
            + host
            + ":"
            + listening
            + ", ledger in "
            + data.toAbsolutePath().normalize());
    out.flush();
  }

  private SandboxOptions options() {
    FaultSpec parsed =
        FaultSpec.parse(faults)
            .getOrElseThrow(
                problem -> new IllegalArgumentException("--processor-faults: " + problem));
    return SandboxOptions.in(data)
        .listeningOn(host, port)
        .withKey(key)
        .withFaults(parsed, seed)
        .withWebhook(webhook())
        .withKeyRetention(keyRetention, InstantSource.system())
        .withMostObjects(mostObjects);
  }

  private @Nullable Webhook webhook() {
    if (webhookUrl == null && webhookSecret == null) {
      return null;
    }
    if (webhookUrl == null || webhookSecret == null) {
      throw new IllegalArgumentException(
          "--webhook-url and --webhook-secret are given together, or not at all");
    }
    return new Webhook(webhookUrl, webhookSecret);
  }
}
