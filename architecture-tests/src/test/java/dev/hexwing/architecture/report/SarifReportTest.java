package dev.hexwing.architecture.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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
      assertThat(results).hasSize(4);
      assertThat(results.at("/0/baselineState").asString()).isEqualTo("new");
      assertThat(results.at("/0/level").asString()).isEqualTo("error");
      assertThat(results.at("/1/level").asString()).isEqualTo("warning");
      assertThat(results.at("/2/baselineState").asString()).isEqualTo("unchanged");
      assertThat(results.at("/3/suppressions/0/justification").asString())
          .isEqualTo("money is counted by the legacy");
    }

    @Test
    void which_rule_it_is_by_its_place_in_the_list() {
      for (JsonNode result : RUN.at("/results")) {
        JsonNode rule = RUN.at("/tool/driver/rules/" + result.at("/ruleIndex").asInt());
        assertThat(rule.at("/id").asString()).isEqualTo(result.at("/ruleId").asString());
      }
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
