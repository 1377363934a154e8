package dev.hexwing.examples.droneshop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.examples.droneshop.DroneShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The story: half a second on the way to the processor, every twentieth packet lost, a customer who
 * taps twice. Charged, once, and the customer is told so.
 *
 * <p>Packets are lost by the kernel, in a network of the test's own. Where a test may not make one,
 * it says so, and messages are lost by a proxy instead.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BadNetworkTest {

  private static final int CUSTOMERS = 12;
  private static final long MOST_SECONDS = 240;

  /** Counts what was dropped after the program ended, and ends as it did. */
  private static final String IN_A_NETWORK_OF_ITS_OWN =
      """
      ip link set lo up || exit 90
      iptables -A INPUT -i lo -m statistic --mode random --probability 0.05 -j DROP || exit 91
      "$@"
      code=$?
      iptables -nvxL INPUT
      exit $code
      """;

  private static final Pattern DROPPED = Pattern.compile("(?m)^ *([0-9]+) +[0-9]+ DROP ");

  private record Ended(int code, String printed) {}

  @Test
  void a_customer_on_a_line_that_loses_packets_is_charged_once_and_told_so(TestReporter reporter)
      throws Exception {
    Ended tried = run(List.of("unshare", "-rn", "sh", "-c", "ip link set lo up && iptables -L"));
    boolean isPossible = tried.code == 0;
    Ended ended;
    if (isPossible) {
      List<String> command = new ArrayList<>();
      command.addAll(List.of("unshare", "-rn", "sh", "-c", IN_A_NETWORK_OF_ITS_OWN, "sh"));
      command.addAll(journeys("0"));
      ended = run(command);
      Matcher dropped = DROPPED.matcher(ended.printed);
      assertThat(dropped.find()).as(ended.printed).isTrue();
      long packets = Long.parseLong(dropped.group(1));
      reporter.publishEntry("packets lost by iptables", Long.toString(packets));
      assertThat(packets).as("packets lost").isPositive();
    } else {
      reporter.publishEntry(
          "no network of its own",
          "unshare, ip or iptables is missing or not allowed here, so messages are lost by a proxy"
              + " and not packets by the kernel: "
              + tried.printed.strip());
      ended = run(journeys("0.05"));
    }
    assertTold(ended);
  }

  private static void assertTold(Ended ended) {
    assertThat(ended.code).as(ended.printed).isZero();
    String json = ended.printed.lines().filter(line -> line.startsWith("{")).findFirst().get();
    JsonNode report = JsonMapper.builder().build().readTree(json);
    assertThat(report.path("paid").asLong()).as("charged").isEqualTo(CUSTOMERS);
    assertThat(report.path("charges").asLong()).as("chargeCount").isEqualTo(CUSTOMERS);
    assertThat(report.path("duplicateCharges").asLong()).isZero();
    assertThat(report.path("lostCharges").asLong()).isZero();
    assertThat(report.path("unknownAtEnd").asLong()).as("userConfirmed").isZero();
    assertThat(report.path("toldFailedButCharged").asLong()).isZero();
    assertThat(report.path("invariantsHeld").asBoolean()).isTrue();
  }

  private static List<String> journeys(String drop) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        DroneShop.class.getName(),
        "journeys",
        "--count=" + CUSTOMERS,
        "--taps=2",
        "--drop=" + drop,
        "--processor-faults=slow=1:500ms",
        "--format=json");
  }

  private static Ended run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("HEXWING_"));
    Process process;
    try {
      process = builder.start();
    } catch (IOException notThere) {
      return new Ended(127, String.valueOf(notThere.getMessage()));
    }
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), printed);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
