package dev.hexwing.architecture.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.architecture.Finding;
import dev.hexwing.architecture.Severity;
import dev.hexwing.architecture.SourcePlace;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A report")
class ReportFormatTest {

  private static String written(ReportFormat format) {
    return format.write(Samples.verdict());
  }

  @Nested
  class in_every_form {

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void is_the_same_twice(ReportFormat format) {
      assertThat(written(format)).isEqualTo(written(format)).endsWith("\n");
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void tells_file_line_and_rule(ReportFormat format) {
      assertThat(written(format))
          .contains("shop/ordering/Order.java")
          .contains("12")
          .contains("HEX-02");
    }
  }

  @Nested
  class as_text {

    @Test
    void groups_new_findings_by_rule() {
      assertThat(written(ReportFormat.TEXT))
          .startsWith("HEX-02  error  1 finding\n")
          .contains("    shop/ordering/Order.java:12\n      Order uses Page (3 times)\n")
          .contains("PUR-01  warning  1 finding\n")
          .doesNotContain("Form");
    }

    @Test
    void tells_what_was_fixed_skipped_and_judged() {
      assertThat(written(ReportFormat.TEXT))
          .contains("1 entry of the baseline no longer holds; --prune removes it\n")
          .contains("    DDD-01 shop.Cart -> shop.Customer\n")
          .contains("    shop.jar!shop/Broken.class: ends too early\n")
          .contains("PUR-01       2")
          .contains("2 classes: 1 domain, 1 driving-adapter\n")
          .endsWith(
              "1 error, 1 warning, 0 advice; 1 known from the baseline, 1 fixed; 1 suppressed\n");
    }

    @Test
    void shows_the_first_of_many_when_asked() {
      Verdict all = Samples.verdict(Samples.report(), Optional.empty());
      assertThat(ReportFormat.TEXT.write(all, 1))
          .contains("HEX-02  error  2 findings\n")
          .contains("    and 1 more; --all shows them\n")
          .contains("Found by HEX-02 2, PUR-01 1\n")
          .doesNotContain("Form");
    }

    @Test
    void is_short_when_there_is_nothing_to_tell() {
      assertThat(ReportFormat.TEXT.write(Samples.verdict(Samples.clean(), Optional.empty())))
          .isEqualTo(
              """
              Judged by each rule:
                  HEX-02       2

              2 classes: 1 domain, 1 driving-adapter
              0 errors, 0 warnings, 0 advice
              """);
    }
  }

  @Nested
  class as_json {

    private final JsonNode json = JsonMapper.shared().readTree(written(ReportFormat.JSON));

    @Test
    void has_members_that_programs_rely_on() {
      assertThat(json.at("/format").asInt()).isEqualTo(1);
      assertThat(json.at("/summary/failed").asBoolean()).isTrue();
      assertThat(json.at("/summary/errors").asInt()).isEqualTo(1);
      assertThat(json.at("/summary/known").asInt()).isEqualTo(1);
      assertThat(json.at("/findings/0/origin").asString()).isEqualTo("shop.ordering.Order");
      assertThat(json.at("/findings/0/target").asString()).isEqualTo("shop.web.Page");
      assertThat(json.at("/findings/0/count").asInt()).isEqualTo(3);
      assertThat(json.at("/findings/2/status").asString()).isEqualTo("known");
      assertThat(json.at("/fixed/0/rule").asString()).isEqualTo("DDD-01");
      assertThat(json.at("/rules/2/judged").asInt()).isEqualTo(2);
    }

    @Test
    void keeps_every_character() {
      assertThat(json.at("/findings/1/message").asString())
          .isEqualTo("asks <Clock> & \"now\", 100%");
    }
  }

  @Nested
  class for_github {

    @Test
    void escapes_what_the_workflow_commands_take_for_syntax() {
      assertThat(written(ReportFormat.GITHUB))
          .startsWith(
              "::error file=shop/ordering/Order.java,line=12,title=HEX-02::Order uses Page (3")
          .contains("::warning file=shop/Till.java,line=7,title=PUR-01::Till asks <Clock>")
          .contains("100%25.")
          .contains("%0AWhy: ");
    }

    @Test
    void is_one_line_each_of_the_form_that_the_runner_reads() {
      String data = "[^\\r\\n]*";
      String property = "[^:,\\r\\n]*";
      String command =
          "::(error|warning|notice) file=%s,line=[1-9]\\d*,title=%s::%s"
              .formatted(property, property, data);
      assertThat(written(ReportFormat.GITHUB).lines().filter(line -> line.startsWith("::")))
          .hasSize(2)
          .allMatch(line -> line.matches(command))
          .allMatch(line -> !line.matches(".*%(?!25|0A|0D|3A|2C).*"));
    }

    @Test
    void escapes_paths_that_look_like_syntax() {
      Finding odd =
          new Finding(
              "HEX-02",
              Severity.ADVICE,
              "shop.Order",
              "shop.Page",
              "says 50%: a,b\r\nc",
              1,
              new SourcePlace("a,b:c%/Order.java", 3));
      assertThat(ReportFormat.GITHUB.write(Samples.verdict(Samples.of(odd), Optional.empty())))
          .startsWith(
              "::notice file=a%2Cb%3Ac%25/Order.java,line=3,title=HEX-02::Order says 50%25:"
                  + " a,b%0D%0Ac.");
    }

    @Test
    void says_that_only_ten_of_a_kind_are_shown() {
      String many = ReportFormat.GITHUB.write(Samples.verdict(Samples.many(24), Optional.empty()));
      assertThat(many)
          .contains("GitHub shows the first 10 of 12 errors beside the lines; all stand above.\n")
          .contains("GitHub shows the first 10 of 12 notices beside the lines; all stand above.\n");
      assertThat(written(ReportFormat.GITHUB)).doesNotContain("GitHub shows");
    }
  }

  @Nested
  class as_a_page {

    private final String page = written(ReportFormat.HTML);

    @Test
    void loads_nothing() {
      assertThat(page)
          .contains("default-src 'none'")
          .doesNotContainPattern("(src|href)=")
          .doesNotContainPattern("url\\((?!#)")
          .doesNotContain("@import");
    }

    @Test
    void escapes_what_comes_from_class_files() {
      assertThat(page)
          .contains("Till asks &lt;Clock&gt; &amp; &quot;now&quot;, 100%.")
          .doesNotContain("<Clock>");
    }

    @Test
    void has_a_picture_and_findings_by_context_and_adapter() {
      assertThat(page)
          .contains("<svg ")
          .contains("data-parts=\"adapter:web context:ordering\"")
          .contains("data-known=\"1\"");
    }

    @Test
    void is_allowed_by_its_own_policy() {
      String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
      String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
      assertThat(page).contains(PageParts.policy(style, script));
    }
  }
}
