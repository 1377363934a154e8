package dev.hexwing.architecture.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A baseline")
class BaselineTest {

  private static final BaselineEntry REACHES_OUT =
      new BaselineEntry("HEX-001", "shop.Order", "shop.web.Page");
  private static final BaselineEntry IS_MUTABLE = new BaselineEntry("DDD-004", "shop.Price", "");

  @TempDir private Path folder = Path.of("");

  @Nested
  class as_a_file {

    @Test
    void has_one_sorted_line_for_each_finding() {
      assertThat(Baseline.of(List.of(REACHES_OUT, IS_MUTABLE, REACHES_OUT)).text().lines())
          .filteredOn(line -> !line.startsWith("#"))
          .containsExactly("DDD-004 shop.Price", "HEX-001 shop.Order -> shop.web.Page");
    }

    @Test
    void is_read_as_it_was_written() throws IOException {
      Baseline written = Baseline.of(List.of(REACHES_OUT, IS_MUTABLE));
      assertThat(Baseline.read(file(written.text())).entries())
          .containsExactly(IS_MUTABLE, REACHES_OUT);
    }

    @Test
    void that_was_merged_badly_is_put_in_order() throws IOException {
      Path merged =
          file(
              """
              HEX-001 shop.Order -> shop.web.Page

              # of the other branch
              DDD-004 shop.Price
              HEX-001   shop.Order  ->  shop.web.Page
              """);
      assertThat(Baseline.read(merged).text())
          .isEqualTo(Baseline.of(List.of(REACHES_OUT, IS_MUTABLE)).text());
    }

    @Test
    void names_the_line_that_is_none() throws IOException {
      Path wrong = file("DDD-004 shop.Price\n<<<<<<<\n");
      assertThatThrownBy(() -> Baseline.read(wrong))
          .isInstanceOf(UnusableBaseline.class)
          .hasMessage(wrong + ":2: expected: RULE origin -> target");
    }

    @Test
    void that_is_missing_or_no_text_is_named() throws IOException {
      Path missing = folder.resolve("missing.txt");
      assertThatThrownBy(() -> Baseline.read(missing))
          .isInstanceOf(UnusableBaseline.class)
          .hasMessage("cannot read the baseline " + missing);
      Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, (byte) 0xFE});
      assertThatThrownBy(() -> Baseline.read(binary)).hasMessageContaining("no UTF-8 text");
    }
  }

  @Nested
  class knows {

    @Test
    void a_finding_by_rule_origin_and_target() {
      Baseline known = Baseline.of(List.of(REACHES_OUT));
      assertThat(known.contains(new BaselineEntry("HEX-001", "shop.Order", "shop.web.Page")))
          .isTrue();
      assertThat(known.contains(new BaselineEntry("HEX-001", "shop.Order", "shop.web.Form")))
          .isFalse();
      assertThat(known.contains(IS_MUTABLE)).isFalse();
    }

    @Test
    void nothing_when_it_is_empty() {
      assertThat(Baseline.empty().entries()).isEmpty();
    }
  }

  @Nested
  class refuses {

    @Test
    void entries_that_would_not_be_one_line() {
      assertThatThrownBy(() -> new BaselineEntry("HEX 1", "a", ""))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new BaselineEntry("HEX-001", "a -> b", ""))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new BaselineEntry("HEX-001", "a", "b\nc"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("baseline.txt"), text);
  }
}
