package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What it forgets, and what it takes for known, is bounded; the keys are the same in each run. */
class AskedBeforeTest {

  private final AskedBefore asked = new AskedBefore();

  private long known(String prefix, int count) {
    return IntStream.range(0, count).filter(i -> asked.test((prefix + i).hashCode())).count();
  }

  @Test
  void each_is_new_once_and_known_from_then_on() {
    assertThat(known("key-", 7_000)).isLessThan(70);
    assertThat(known("key-", 7_000)).isGreaterThan(6_930);
    assertThat(known("key-", 7_000)).isGreaterThan(6_930);
  }

  @Test
  void what_was_never_asked_about_is_hardly_ever_taken_for_known() {
    assertThat(known("former-", 1_000_000)).isLessThan(20_000);
    assertThat(known("new-", 10_000)).isLessThan(250);
  }
}
