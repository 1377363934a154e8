package dev.hexwing.architecture.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hexwing.architecture.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A SARIF report")
class SarifReportTest {

  private static final String WRITTEN = ReportFormat.SARIF.write(Samples.verdict());
  private static final JsonNode RUN = JsonMapper.shared().readTree(WRITTEN).at("/runs/0");

  @Nested
  class holds_to_the_schema_of_2_1_0 {

    @Test
    void with_findings() throws IOException {
      assertThat(violations(WRITTEN)).isEmpty();
    }

    @Test
    void without_any() throws IOException {
      Verdict clean = Samples.verdict(Samples.clean(), Optional.empty());
      assertThat(violations(ReportFormat.SARIF.write(clean))).isEmpty();
    }

    @Test
    void which_would_tell_of_a_mistake() throws IOException {
      assertThat(violations(WRITTEN.replace("\"startLine\": 12", "\"startLine\": 0"))).isNotEmpty();
      assertThat(violations(WRITTEN.replace("\"ruleId\"", "\"rule\""))).isNotEmpty();
    }

    private static List<?> violations(String json) throws IOException {
      return schema().validate(json, InputFormat.JSON);
    }

    private static Schema schema() throws IOException {
      String location = "https://example.com/sarif-2.1.0.json";
      try (InputStream file =
          Objects.requireNonNull(SarifReportTest.class.getResourceAsStream("sarif-2.1.0.json"))) {
        String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        String named = text.replaceFirst("\"id\": \"[^\"]*\"", "\"id\": \"" + location + "\"");
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_4, builder -> builder.schemas(Map.of(location, named)))
            .getSchema(SchemaLocation.of(location));
      }
    }
  }

  @Nested
  class tells_a_code_host {

    @Test
    void where_a_finding_is() {
      JsonNode place = RUN.at("/results/0/locations/0/physicalLocation");
      assertThat(place.at("/artifactLocation/uri").asString())
          .isEqualTo("shop/ordering/Order.java");
      assertThat(place.at("/artifactLocation/uriBaseId").asString()).isEqualTo("%SRCROOT%");
      assertThat(place.at("/region/startLine").asInt()).isEqualTo(12);
    }

    @Test
    void which_finding_it_is_whatever_its_line() {
      JsonNode results = RUN.at("/results");
      assertThat(results.at("/0/partialFingerprints/ruleOriginTarget~1v1").asString())
          .hasSize(32)
          .isNotEqualTo(results.at("/1/partialFingerprints/ruleOriginTarget~1v1").asString());
    }

    @Test
    void what_is_new_what_is_known_and_what_is_accepted() {
      JsonNode results = RUN.at("/results");
      assertThat(results).hasSize(3);
      assertThat(results.at("/0/baselineState").asString()).isEqualTo("new");
      assertThat(results.at("/0/level").asString()).isEqualTo("error");
      assertThat(results.at("/1/level").asString()).isEqualTo("warning");
      assertThat(results.at("/2/baselineState").asString()).isEqualTo("unchanged");
      JsonNode notes = RUN.at("/invocations/0/toolExecutionNotifications");
      assertThat(notes.at("/1/level").asString()).isEqualTo("note");
      assertThat(notes.at("/1/message/text").asString())
          .isEqualTo(
              "Suppressed at shop.Price, money is counted by the legacy. DDD-05: Price may"
                  + " change.");
    }

    @Test
    void which_rule_it_is_by_its_place_in_the_list() {
      for (JsonNode result : RUN.at("/results")) {
        JsonNode rule = RUN.at("/tool/driver/rules/" + result.at("/ruleIndex").asInt());
        assertThat(rule.at("/id").asString()).isEqualTo(result.at("/ruleId").asString());
      }
    }
  }

  /** "SARIF support for code scanning", on docs.github.com, line by line. */
  @Nested
  class gives_github_what_it_asks_for {

    private static final List<String> LEVELS = List.of("note", "warning", "error");

    @Test
    void of_the_tool() {
      JsonNode log = JsonMapper.shared().readTree(WRITTEN);
      assertThat(log.at("/$schema").asString()).endsWith("sarif-schema-2.1.0.json");
      assertThat(log.at("/version").asString()).isEqualTo("2.1.0");
      assertThat(log.at("/runs")).hasSize(1);
      assertThat(RUN.at("/tool/driver/name").asString()).isNotEmpty();
      assertThat(RUN.at("/tool/driver/version").asString()).isNotEmpty();
    }

    @Test
    void of_each_rule() {
      assertThat(RUN.at("/tool/driver/rules")).hasSizeBetween(1, 25_000);
      for (JsonNode rule : RUN.at("/tool/driver/rules")) {
        assertThat(rule.at("/id").asString()).isNotEmpty();
        assertThat(rule.at("/shortDescription/text").asString()).hasSizeBetween(1, 1024);
        assertThat(rule.at("/fullDescription/text").asString()).hasSizeBetween(1, 1024);
        assertThat(rule.at("/help/text").asString()).isNotEmpty();
        assertThat(rule.at("/help/markdown").asString()).isNotEmpty();
        assertThat(rule.at("/defaultConfiguration/level").asString()).isIn(LEVELS);
        assertThat(rule.at("/properties/tags")).hasSizeBetween(1, 10);
        assertThat(rule.at("/properties/precision").asString())
            .isIn("very-high", "high", "medium", "low");
        assertThat(rule.at("/properties").get("problem.severity").asString())
            .isIn("error", "warning", "recommendation");
      }
    }

    @Test
    void of_each_result() {
      assertThat(RUN.at("/results")).isNotEmpty();
      for (JsonNode result : RUN.at("/results")) {
        assertThat(result.at("/message/text").asString()).isNotEmpty();
        assertThat(result.at("/level").asString()).isIn(LEVELS);
        assertThat(result.at("/ruleIndex").asInt()).isNotNegative();
        assertThat(result.at("/locations")).hasSize(1);
        assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asString())
            .matches("[0-9a-f]{16}:1");
        // It would be shown as open all the same.
        assertThat(result.has("suppressions")).isFalse();
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(URI.create(place.at("/artifactLocation/uri").asString()).isAbsolute()).isFalse();
        assertThat(place.at("/artifactLocation/uri").asString()).doesNotStartWith("/");
        JsonNode region = place.at("/region");
        assertThat(region.at("/startLine").asInt()).isPositive();
        assertThat(region.at("/startColumn").asInt()).isEqualTo(1);
        assertThat(region.at("/endLine").asInt()).isEqualTo(region.at("/startLine").asInt());
        assertThat(region.at("/endColumn").asInt()).isGreaterThan(1);
      }
    }

    @Test
    void of_two_findings_in_one_line_which_it_must_tell_apart() {
      assertThat(
              RUN.at("/results")
                  .valueStream()
                  .map(one -> one.at("/partialFingerprints/primaryLocationLineHash").asString()))
          .doesNotHaveDuplicates();
    }

    @Test
    void of_a_place_outside_the_repository(@TempDir Path elsewhere) throws IOException {
      Path source = elsewhere.resolve("shop/ordering/Order.java");
      Files.createDirectories(source.resolveSibling("."));
      Files.writeString(source, "x\n".repeat(11) + "a line of 20 letters\n");
      SourceFolders outside = SourceFolders.of(elsewhere.resolve("repository"), List.of(elsewhere));
      JsonNode place = place(outside);
      assertThat(place.at("/artifactLocation/uri").asString())
          .startsWith("file:///")
          .endsWith("Order.java");
      assertThat(place.at("/artifactLocation").has("uriBaseId")).isFalse();

      JsonNode within = place(SourceFolders.of(elsewhere, List.of(elsewhere)));
      assertThat(within.at("/artifactLocation/uri").asString())
          .isEqualTo("shop/ordering/Order.java");
      assertThat(within.at("/region/endColumn").asInt()).isEqualTo(21);
    }

    private static JsonNode place(SourceFolders sources) {
      Verdict verdict =
          Verdict.of("Shop", Samples.report(), Optional.empty(), Severity.ERROR, sources);
      return JsonMapper.shared()
          .readTree(ReportFormat.SARIF.write(verdict))
          .at("/runs/0/results/0/locations/0/physicalLocation");
    }

    @Test
    void of_more_findings_than_it_takes() throws IOException {
      String written =
          ReportFormat.SARIF.write(Samples.verdict(Samples.many(25_003), Optional.empty()));
      JsonNode run = JsonMapper.shared().readTree(written).at("/runs/0");

      assertThat(run.at("/results")).hasSize(25_000);
      assertThat(run.at("/results/0/level").asString()).isEqualTo("error");
      assertThat(run.at("/results/24999/level").asString()).isEqualTo("note");
      assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asString())
          .isEqualTo("3 findings are left out; code hosts take 25000");
      ByteArrayOutputStream zipped = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
        gzip.write(written.getBytes(StandardCharsets.UTF_8));
      }
      assertThat(zipped.size()).isLessThan(10 << 20);
    }
  }

  @Nested
  class encodes_paths {

    @Test
    void as_relative_references() {
      assertThat(SarifReport.uri("src/main/java/shop/Süß Order$1.java"))
          .isEqualTo("src/main/java/shop/S%C3%BC%C3%9F%20Order$1.java");
    }
  }
}
