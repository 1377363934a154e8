package dev.hexwing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Names by time, as RFC 9562 has them. */
class TimeOrderedIdsTest {

  private final MutableClock clock = new MutableClock(Instant.parse("2022-02-22T19:22:22Z"));
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);

  @Test
  void a_name_has_the_form_and_the_moment_of_the_standards_own_example() {
    UUID id = ids.next();
    assertThat(id.toString()).startsWith("017f22e2-79b0-7");
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void each_name_is_greater_than_the_one_before_even_when_the_clock_stands_or_goes_back() {
    String before = ids.next().toString();
    for (int i = 0; i < 20_000; i++) {
      if (i % 1_000 == 0) {
        clock.advance(Duration.ofMillis(i % 3_000 == 0 ? -5_000 : 1));
      }
      String next = ids.next().toString();
      assertThat(next).isGreaterThan(before);
      before = next;
    }
  }

  @Test
  void names_by_many_threads_are_all_different() {
    TimeOrderedIds shared = new TimeOrderedIds(InstantSource.system());
    Set<UUID> names = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int thread = 0; thread < 4; thread++) {
        threads.execute(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                names.add(shared.next());
              }
            });
      }
    }
    assertThat(names).hasSize(40_000);
  }
}
