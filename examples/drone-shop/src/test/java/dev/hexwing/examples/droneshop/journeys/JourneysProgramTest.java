package dev.hexwing.examples.droneshop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.examples.droneshop.Program;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(value = 110, unit = TimeUnit.SECONDS)
class JourneysProgramTest {

  @TempDir private Path folder;

  @Test
  void journeys_on_a_bad_line_hold_every_invariant_on_the_embedded_database() throws Exception {
    try (Program journeys = play(Map.of(), "--count", "30", "--drop", "0.2")) {
      sound(journeys, 30);
    }
  }

  @Test
  void journeys_on_a_bad_line_hold_every_invariant_on_postgresql() throws Exception {
    String given = System.getenv("HEXWING_TEST_JDBC_URL");
    if (given != null && !given.isBlank()) {
      try (Program journeys = play(Map.of("HEXWING_JDBC_URL", given), "--count", "30")) {
        sound(journeys, 30);
      }
      return;
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        Program journeys =
            play(
                Map.of("HEXWING_JDBC_URL", server.getJdbcUrl("postgres", "postgres")),
                "--count",
                "30")) {
      sound(journeys, 30);
    }
  }

  @Test
  void orders_and_products_come_from_files_and_bad_rows_are_told() throws Exception {
    Path products =
        Files.writeString(
            folder.resolve("products.csv"),
            "sku,name,unitPriceMinor,currency,grams\nTEA,Tea,450,JPY,80\nbad,,,,\n");
    Path orders =
        Files.writeString(
            folder.resolve("orders.csv"),
            """
            order,sku,quantity,latitude,longitude,taps
            1,TEA,2,35.6,139.7,2
            2,GOLD,1,35.6,139.7,2
            3,TEA,1,35.6,139.7,4
            4,TEA,many,35.6,139.7,1
            """);
    try (Program journeys =
        play(
            Map.of(),
            "--drop",
            "0",
            "--input",
            orders.toString(),
            "--catalogue",
            products.toString())) {
      JsonNode report = sound(journeys, 2);
      assertThat(report.path("paid").asLong()).isEqualTo(2);
      assertThat(journeys.errors())
          .contains(
              "catalogue, line 3: ", "line 3: there is no product \"GOLD\"", "line 5: quantity");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--count 0",
        "--taps 21",
        "--drop 1",
        "--threads none",
        "--format xml",
        "--input no-such-file.csv",
        "--catalogue no-such-file.csv",
        "--processor-faults sleepy",
        "--fly"
      })
  void wrong_use_is_told_in_one_line(String arguments) throws Exception {
    String[] words = ("journeys " + arguments).split(" ", -1);
    try (Program journeys = Program.start(Map.of(), words)) {
      assertThat(journeys.rest()).isEmpty();
      assertThat(journeys.exitCode()).isEqualTo(2);
      assertThat(journeys.errors().lines()).hasSize(1);
    }
  }

  private static Program play(Map<String, String> environment, String... arguments)
      throws Exception {
    String[] all = new String[arguments.length + 3];
    all[0] = "journeys";
    all[1] = "--format";
    all[2] = "json";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Program.start(environment, all);
  }

  private static JsonNode sound(Program journeys, long count) throws Exception {
    String printed = journeys.rest();
    assertThat(journeys.exitCode()).as("%s%n%s", printed, journeys.errors()).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(printed);
    assertThat(report.propertyNames())
        .containsExactly(
            "journeys",
            "orders",
            "paid",
            "charges",
            "duplicateCharges",
            "lostCharges",
            "unknownAtEnd",
            "dispatched",
            "dronesDoubleBooked",
            "toldFailedButCharged",
            "requests",
            "replays",
            "tapToConfirmed",
            "journeysPerSecond",
            "invariantsHeld");
    assertThat(report.path("tapToConfirmed").propertyNames())
        .containsExactly("p50Ms", "p95Ms", "p99Ms");
    assertThat(report.path("invariantsHeld").asBoolean()).isTrue();
    assertThat(report.path("journeys").asLong()).isEqualTo(count);
    assertThat(report.path("orders").asLong()).isEqualTo(count);
    assertThat(report.path("charges").asLong()).isEqualTo(report.path("paid").asLong());
    assertThat(report.path("dispatched").asLong()).isEqualTo(report.path("paid").asLong());
    return report;
  }
}
