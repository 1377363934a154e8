package dev.hexwing.architecture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("architecture-rules")
class OtherCommandsTest {

  @TempDir private static Path folder = Path.of("");
  private static Shop shop;

  @TempDir private Path desk = Path.of("");

  @BeforeAll
  static void build_a_shop() {
    shop = Shop.broken(folder.resolve("broken"));
  }

  private static Ran run(String command, String... more) {
    return Ran.with((Object[]) shop.arguments(command, more));
  }

  @Nested
  class explain {

    @Test
    void tells_what_a_rule_asks_why_and_how_to_mend() {
      Ran ran = Ran.with("explain", "hex-02");
      assertThat(ran.out())
          .startsWith("HEX-02  error\n")
          .contains("\nWhy:  ")
          .contains("\nMend: ")
          .contains("\nBefore:\n")
          .contains("\nAfter:\n");
      assertThat(ran.code()).isZero();
    }

    @Test
    void tells_a_whole_family() {
      assertThat(Ran.with("explain", "CTX").out()).contains("CTX-01").contains("CTX-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Order", "com.acme.shop.domain.ordering.Order"})
    void tells_what_a_class_is_who_said_so_and_what_that_forbids(String name) {
      Ran ran = run("explain", "--class", name);
      assertThat(ran.out())
          .startsWith("com.acme.shop.domain.ordering.Order\n")
          .contains("  role    domain\n")
          .contains("  context ordering\n")
          .contains("preset ports-and-adapters")
          .contains("Rules that look at it\n")
          .contains("  HEX-02  the domain depends on no adapter")
          .contains("Findings\n  HEX-02  Order ");
      assertThat(ran.code()).isZero();
    }

    @Test
    void refuses_what_it_does_not_know() {
      assertThat(Ran.with("explain", "HEX-99").err())
          .startsWith("architecture-rules: there is no rule HEX-99;");
      assertThat(Ran.with("explain").code()).isEqualTo(2);
      assertThat(run("explain", "--class", "Nobody").err())
          .startsWith("architecture-rules: there is no class Nobody");
      assertThat(Ran.with("explain", "--class", "Order").code()).isEqualTo(2);
    }
  }

  @Nested
  class roles {

    @Test
    void are_grouped() {
      assertThat(run("roles").out())
          .contains("domain  (1)\n  ordering\n    com.acme.shop.domain.ordering.Order")
          .contains("driving-port  (1)\n")
          .contains("5 classes\n");
    }

    @Test
    void can_be_asked_for_one_by_one_and_as_json() {
      assertThat(run("roles", "--role", "driven-port", "--format", "json").out())
          .contains("\"class\": \"com.acme.shop.application.port.out.Orders\"")
          .doesNotContain("OrderPage");
      assertThat(run("roles", "--role", "boss").err())
          .startsWith("architecture-rules: --role: expected one of domain, ");
    }
  }

  @Nested
  class diagram {

    @ParameterizedTest
    @ValueSource(strings = {"mermaid", "plantuml", "svg"})
    void is_drawn_in_every_language(String format) {
      Ran ran = run("diagram", "--format", format);
      assertThat(ran.out()).contains("ordering").contains("domain · 1 class");
      assertThat(ran.code()).isZero();
      assertThat(run("diagram", "--format", format, "--view", "contexts").out())
          .contains("ordering")
          .doesNotContain("application · ");
    }

    @Test
    void goes_to_a_file() throws IOException {
      Path file = desk.resolve("shop.svg");
      assertThat(run("diagram", "--format", "svg", "--output", file.toString()).out()).isEmpty();
      assertThat(Files.readString(file)).startsWith("<svg ").contains(">Acme<");
    }
  }

  @Nested
  class init {

    @Test
    void proposes_a_layout_that_check_understands() throws IOException {
      Path layout = desk.resolve("proposed.yaml");
      Ran ran = Ran.with("init", "--classes", shop.classes(), "--output", layout);
      assertThat(ran.code()).isZero();
      assertThat(ran.out()).isEqualTo("wrote " + layout + System.lineSeparator());
      assertThat(ran.err())
          .contains("Then: architecture-rules check --classes " + shop.classes() + " --layout ");
      Ran checked = Ran.with("check", "--classes", shop.classes(), "--layout", layout);
      assertThat(checked.out()).contains("HEX-02");
      assertThat(checked.code()).isOne();
    }

    @Test
    void prints_it_when_asked() {
      Ran ran = Ran.with("init", "--classes", shop.classes(), "--output", "-");
      assertThat(ran.out()).contains("com.acme.shop");
      assertThat(ran.code()).isZero();
    }

    @Test
    void writes_over_nothing_unless_forced() throws IOException {
      Path layout = Files.writeString(desk.resolve("mine.yaml"), "# mine\n");
      Ran ran = Ran.with("init", "--classes", shop.classes(), "--output", layout);
      assertThat(ran.err())
          .isEqualTo(
              "architecture-rules: "
                  + layout
                  + " is there already; --force writes over it"
                  + System.lineSeparator());
      assertThat(ran.code()).isEqualTo(2);
      assertThat(Files.readString(layout)).isEqualTo("# mine\n");
      assertThat(
              Ran.with("init", "--classes", shop.classes(), "--output", layout, "--force").code())
          .isZero();
    }

    @Test
    void refuses_what_holds_no_classes() {
      assertThat(Ran.with("init", "--classes", desk, "--output", "-").err())
          .isEqualTo(
              "architecture-rules: there are no classes in " + desk + System.lineSeparator());
    }
  }

  @Nested
  class rules {

    @Test
    void are_listed_in_every_form() {
      assertThat(Ran.with("rules").out()).contains("HEX-01   error ");
      assertThat(Ran.with("rules", "--format", "markdown").out())
          .startsWith("| rule | severity | what it asks |\n")
          .contains("\n### HEX-01\n");
      assertThat(Ran.with("rules", "--format", "json").out()).contains("\"id\": \"HEX-01\"");
    }
  }

  @Nested
  class asked_for_nothing {

    @Test
    void says_what_it_needs() {
      Ran ran = Ran.with();
      assertThat(ran.err())
          .isEqualTo(
              "architecture-rules: a command is needed, such as check or init"
                  + System.lineSeparator());
      assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void helps_when_asked() {
      assertThat(Ran.with("--help").out()).contains("check").contains("diagram");
      assertThat(Ran.with("check", "--help").out())
          .contains("--source-root")
          .contains("Exit codes");
      assertThat(Ran.with("--version").out()).startsWith("hexwing-architecture-rules ");
    }
  }
}
