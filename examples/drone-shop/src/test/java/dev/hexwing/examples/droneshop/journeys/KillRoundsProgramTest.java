package dev.hexwing.examples.droneshop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.examples.droneshop.Program;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop is killed in the midst of payments, again and again, and nobody is charged twice. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class KillRoundsProgramTest {

  /** Twenty; a profile of the build asks for two hundred. */
  private static final int ROUNDS = Integer.getInteger("hexwing.kill.rounds", 20);

  private static final int CUSTOMERS = Integer.getInteger("hexwing.kill.customers", 8);

  @Test
  void rounds_of_kill_9_lose_no_charge_and_make_none_twice() throws Exception {
    try (Program rounds =
        Program.start(
            Map.of(),
            "kill-rounds",
            "--rounds",
            Integer.toString(ROUNDS),
            "--customers",
            Integer.toString(CUSTOMERS),
            "--format",
            "json")) {
      String printed = rounds.rest();
      assertThat(rounds.exitCode()).as("%s%n%s", printed, rounds.errors()).isZero();
      JsonNode report = JsonMapper.builder().build().readTree(printed);
      assertThat(report.path("rounds").asInt()).isEqualTo(ROUNDS);
      assertThat(report.path("orders").asLong()).isEqualTo((long) ROUNDS * CUSTOMERS);
      assertThat(report.path("duplicateCharges").asLong()).isZero();
      assertThat(report.path("lostCharges").asLong()).isZero();
      assertThat(report.path("toldFailedButCharged").asLong()).isZero();
      assertThat(report.path("unknownAtEnd").asLong()).isZero();
      assertThat(report.path("invariantsHeld").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rounds 0", "--customers none", "--processor-faults sleepy", "--fly"})
  void wrong_use_is_told_in_one_line(String arguments) throws Exception {
    String[] words = ("kill-rounds " + arguments).split(" ", -1);
    try (Program rounds = Program.start(Map.of(), words)) {
      assertThat(rounds.rest()).isEmpty();
      assertThat(rounds.exitCode()).isEqualTo(2);
      assertThat(rounds.errors().lines()).hasSize(1);
    }
  }
}
