package dev.hexwing.architecture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.architecture.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Progress on a terminal")
class TerminalTest {

  private final StringWriter written = new StringWriter();
  private final AtomicLong now = new AtomicLong();
  private final Terminal terminal = Terminal.on(new PrintWriter(written), now::get);

  private void after(long millis) {
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** What somebody sees in the end: each return begins the one line anew. */
  private String seen() {
    StringBuilder screen = new StringBuilder();
    for (String part : written.toString().split("\r", -1)) {
      screen.replace(0, Math.min(part.length(), screen.length()), part);
    }
    return screen.toString().stripTrailing();
  }

  @Nested
  class of_a_short_check {

    @Test
    void is_not_shown() {
      after(650);
      terminal.read(100, 100);
      terminal.judged(3, 3);
      terminal.close();

      assertThat(written.toString()).isEmpty();
    }
  }

  @Nested
  class of_a_long_check {

    @Test
    void is_one_line_that_grows() {
      after(700);
      terminal.read(650, 6_500);
      assertThat(seen()).isEqualTo("reading class files [##----------------------] 650 of 6,500");

      after(1_000);
      terminal.read(6_500, 6_500);
      assertThat(seen()).isEqualTo("reading class files [########################] 6,500 of 6,500");
      assertThat(written.toString()).doesNotContain("\n");
    }

    @Test
    void tells_what_goes_on_after_reading_at_once() {
      after(700);
      terminal.read(6_500, 6_500);
      terminal.judged(29, 58);

      assertThat(seen()).isEqualTo("judging by rules    [############------------] 29 of 58");
    }

    @Test
    void is_written_ten_times_a_second_at_most() {
      after(700);
      terminal.read(100, 6_500);
      int once = written.toString().length();
      after(99);
      terminal.read(200, 6_500);
      assertThat(written.toString()).hasSize(once);
      after(1);
      terminal.read(300, 6_500);
      assertThat(seen()).endsWith("300 of 6,500");
    }

    @Test
    void leaves_nothing_behind() {
      after(700);
      terminal.read(6_500, 6_500);
      terminal.judged(1, 58);
      terminal.close();

      assertThat(seen()).isEmpty();
      assertThat(written.toString()).endsWith("\r");
    }
  }

  @Nested
  class that_nobody_watches {

    @Test
    void is_told_to_nobody() {
      assertThat(Terminal.<Progress>showing(new PrintWriter(written), progress -> progress))
          .isSameAs(Progress.SILENT);
      assertThat(written.toString()).isEmpty();
    }
  }
}
