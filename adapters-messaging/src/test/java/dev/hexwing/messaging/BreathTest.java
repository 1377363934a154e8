package dev.hexwing.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a relay rests, in microseconds. */
class BreathTest {

  private final Breath breath = new Breath();

  private long turn(int events) {
    breath.draw();
    return breath.found(events) / 1_000;
  }

  private List<Long> turns(int... events) {
    return IntStream.of(events).mapToObj(this::turn).toList();
  }

  @Test
  void it_does_not_rest_after_a_turn_that_found_nothing() {
    assertThat(turns(0, 0)).containsExactly(0L, 0L);
  }

  @Test
  void it_rests_for_each_event_that_it_found() {
    assertThat(turns(1, 2, 3, 1)).containsExactly(500L, 1_000L, 1_500L, 500L);
  }

  @Test
  void it_rests_no_longer_than_so_while_many_keep_coming() {
    assertThat(turns(99, 99, 99, 99, 99, 99, 99))
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 12_000L, 12_000L);
  }

  @Test
  void it_does_not_have_the_next_wait_because_many_came_at_once() {
    assertThat(turns(1, 99, 1)).containsExactly(500L, 1_000L, 500L);
  }

  @Test
  void it_begins_anew_after_a_turn_behind_a_backlog_which_is_no_reason_to_rest() {
    turns(99, 99, 99);
    breath.draw();
    assertThat(turn(99)).isEqualTo(500L);
  }
}
