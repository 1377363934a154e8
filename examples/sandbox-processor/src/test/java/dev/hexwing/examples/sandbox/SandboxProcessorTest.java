package dev.hexwing.examples.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SandboxProcessorTest {

  @TempDir Path folder;

  private record Ended(int code, String errors) {}

  private static Ended run(String... args) {
    StringWriter errors = new StringWriter();
    CommandLine commandLine = SandboxProcessor.commandLine().setErr(new PrintWriter(errors, true));
    return new Ended(commandLine.execute(args), errors.toString());
  }

  @Nested
  class A_wrong_start {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--port|seventy|--port",
          "--port|70000|port 70000",
          "--seed|x|--seed",
          "--processor-faults|drop=1|unknown fault 'drop'",
          "--processor-faults|drop-before=1.5|drop-before",
          "--webhook-url|http://localhost/x|--webhook-secret",
          "--key|a b|the key",
          "--nonsense|1|--nonsense",
          "--host|no.such.host.invalid|unknown host",
        })
    void is_one_line_that_names_the_option_and_exit_code_2(
        String option, String value, String named) {
      Ended ended = run("--data", folder.toString(), option, value);

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.errors()).startsWith("sandbox-processor: ").contains(named);
      assertThat(ended.errors().lines()).hasSize(1);
    }

    @Test
    void on_a_port_that_is_taken_says_so() throws IOException {
      try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        String port = Integer.toString(taken.getLocalPort());
        Ended ended = run("--data", folder.toString(), "--port", port);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.errors().lines())
            .singleElement()
            .asString()
            .contains("can't listen on 127.0.0.1:" + port);
      }
    }

    @Test
    void in_a_folder_that_is_a_file_says_so() throws IOException {
      Path file = Files.createFile(folder.resolve("file"));
      Ended ended = run("--data", file.toString(), "--port", "0");

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.errors().lines()).singleElement().asString().contains(file.toString());
    }
  }

  @Nested
  class A_process_of_its_own {

    private final List<Process> started = new ArrayList<>();

    private Process start() throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-XX:+UseSerialGC");
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add(SandboxProcessor.class.getName());
      command.addAll(List.of("--port", "0", "--data", folder.resolve("ledger").toString()));
      Process process =
          new ProcessBuilder(command).redirectError(folder.resolve("errors.txt").toFile()).start();
      started.add(process);
      return process;
    }

    @AfterEach
    void leave_none_behind() {
      started.forEach(Process::destroyForcibly);
    }

    @Test
    void prints_one_ready_line_keeps_its_ledger_through_a_kill_and_stops_when_told()
        throws Exception {
      Process first = start();
      String paid;
      try (BufferedReader out = lines(first);
          Shop shop = new Shop(port(out.readLine()), "Bearer sk_test_sandbox")) {
        paid = shop.pay("key-1").text();
        first.toHandle().destroyForcibly();
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(out.readLine()).isNull();
      }
      Process second = start();
      try (BufferedReader out = lines(second);
          Shop shop = new Shop(port(out.readLine()), "Bearer sk_test_sandbox")) {
        assertThat(shop.pay("key-1").text()).isEqualTo(paid);
        assertThat(shop.charges()).isEqualTo(1);
        second.toHandle().destroy();
        assertThat(second.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(out.readLine()).isNull();
      }
      assertThat(Files.readString(folder.resolve("errors.txt")))
          .contains("stopped")
          .doesNotContain("sk_test_sandbox");
    }

    private BufferedReader lines(Process process) {
      return new BufferedReader(
          new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private int port(String ready) {
      Matcher matcher =
          Pattern.compile(
                  "sandbox processor listening on http://127\\.0\\.0\\.1:([0-9]+), ledger in (.*)")
              .matcher(ready);
      assertThat(matcher.matches()).as(ready).isTrue();
      assertThat(matcher.group(2)).isEqualTo(folder.resolve("ledger").toString());
      return Integer.parseInt(matcher.group(1));
    }
  }
}
