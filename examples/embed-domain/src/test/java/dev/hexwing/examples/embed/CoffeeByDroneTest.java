package dev.hexwing.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CoffeeByDroneTest {

  private static final Path PROGRAM =
      Path.of("src/main/java/dev/hexwing/examples/embed/CoffeeByDrone.java");
  private static final Path TEST =
      Path.of("src/test/java/dev/hexwing/examples/embed/OrdersInAMapTest.java");
  private static final Path README = Path.of("../../README.md");
  private static final Path TESTKIT = Path.of("../../docs/testkit.md");

  @Nested
  class The_program {

    @Test
    void sells_is_refused_with_19_percent_and_flies_with_20() {
      assertThat(printed())
          .containsExactly(
              "OrderPlaced",
              "OrderPaid",
              "charge it to 20 % first",
              "OrderDispatched",
              "A47 is in the air");
    }

    @Test
    void is_shorter_than_a_hundred_lines() throws IOException {
      assertThat(Files.readAllLines(PROGRAM)).hasSizeLessThan(100);
    }

    private static List<String> printed() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      PrintStream screen = System.out;
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      try {
        CoffeeByDrone.main();
      } finally {
        System.setOut(screen);
      }
      return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Nested
  class The_documents {

    @Test
    void show_the_program_as_it_is_compiled() throws IOException {
      assertThat(shown(README, "## Embedding the domain")).isEqualTo(Files.readString(PROGRAM));
    }

    @Test
    void show_the_test_of_a_handler_as_it_is_compiled() throws IOException {
      String test = Files.readString(TEST);
      String handler = test.substring(test.indexOf("  /** Your code"), test.lastIndexOf('}'));
      assertThat(shown(TESTKIT, "## Your own handler")).isEqualTo(handler.indent(-2));
    }

    private static String shown(Path document, String heading) throws IOException {
      String text = Files.readString(document);
      String section = text.substring(text.indexOf(heading));
      int start = section.indexOf("```java\n") + "```java\n".length();
      return section.substring(start, section.indexOf("```", start));
    }
  }
}
