package dev.hexwing.examples.droneshop.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReaderTest {

  @Nested
  class A_good_row {

    @Test
    void is_split_at_commas() throws IOException {
      assertThat(rows("a,b,c\n1,,3\n"))
          .containsExactly(row(1, "a", "b", "c"), row(2, "1", "", "3"));
    }

    @Test
    void may_hold_commas_quotes_and_line_ends_in_quotes() throws IOException {
      assertThat(rows("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\nnext\n"))
          .containsExactly(row(1, "a,b", "say \"hi\"", "two\r\nlines"), row(3, "next"));
    }

    @Test
    void ends_with_lf_or_crlf_or_the_file() throws IOException {
      assertThat(rows("a\r\nb\nc")).containsExactly(row(1, "a"), row(2, "b"), row(3, "c"));
    }

    @Test
    void follows_a_byte_order_mark() throws IOException {
      assertThat(rows("\uFEFFa,b\n")).containsExactly(row(1, "a", "b"));
    }

    @Test
    void follows_empty_lines_and_keeps_its_line_number() throws IOException {
      assertThat(rows("\n\r\na\n\nb\n")).containsExactly(row(3, "a"), row(5, "b"));
    }

    @Test
    void may_be_an_empty_field_in_quotes() throws IOException {
      assertThat(rows("\"\"\n")).containsExactly(row(1, ""));
    }
  }

  @Nested
  class A_bad_row {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\'',
        value = {
          "'a\"b,c'|there is a quote within a field that does not begin with one",
          "'\"a\"b,c'|there is text after a closing quote",
          "'\"a'|a quote is never closed"
        })
    void costs_one_line_and_says_why(String text, String reason) throws IOException {
      assertThat(rows("first\n" + text + "\nlast\n"))
          .containsExactly(row(1, "first"), new CsvRow.Bad(2, reason), row(3, "last"));
    }

    @Test
    void is_one_with_a_lone_carriage_return() throws IOException {
      assertThat(rows("a\rb\nc\n"))
          .containsExactly(new CsvRow.Bad(1, "a carriage return stands alone"), row(2, "c"));
    }

    @Test
    void is_one_that_is_not_utf_8() throws IOException {
      byte[] bytes = {'a', (byte) 0xff, '\n', 'b', '\n'};
      assertThat(rows(bytes))
          .containsExactly(new CsvRow.Bad(1, "the row is not UTF-8"), row(2, "b"));
    }

    @Test
    void is_one_without_an_end() throws IOException {
      assertThat(rows("x".repeat(1_000_000) + "\nb\n"))
          .containsExactly(
              new CsvRow.Bad(1, "the row is longer than 32768 characters"), row(2, "b"));
    }

    @Test
    void that_opens_a_quote_does_not_swallow_a_long_file() throws IOException {
      StringBuilder text = new StringBuilder("\"open\n");
      text.append("good,row\n".repeat(10_000));
      assertThat(rows(text.toString()))
          .hasSize(10_001)
          .startsWith(new CsvRow.Bad(1, "the row is longer than 32768 characters"))
          .endsWith(row(10_001, "good", "row"));
    }
  }

  private static CsvRow row(long line, String... fields) {
    return new CsvRow.Fields(line, List.of(fields));
  }

  private static List<CsvRow> rows(String text) throws IOException {
    return rows(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<CsvRow> rows(byte[] bytes) throws IOException {
    List<CsvRow> rows = new ArrayList<>();
    try (CsvReader reader = new CsvReader(new ByteArrayInputStream(bytes))) {
      for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }
}
