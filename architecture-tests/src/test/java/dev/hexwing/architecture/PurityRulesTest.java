package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of the purity of the domain")
class PurityRulesTest {

  private static final BrokenHouse HOUSE = BrokenHouse.of("purity");

  @Nested
  class report_exactly {

    @Test
    void every_way_to_ask_for_the_time() {
      assertThat(HOUSE.violations("PUR-01"))
          .isEqualTo(
              """
              Clocks uses java.lang.System.currentTimeMillis
              Clocks uses java.lang.System.nanoTime
              Clocks names in a signature java.time.Clock (2)
              Clocks uses java.time.Instant.now (2)
              Clocks uses java.time.LocalDate.now
              Clocks uses java.util.Date.<init>
              """);
    }

    @Test
    void every_way_to_throw_dice() {
      assertThat(HOUSE.violations("PUR-02"))
          .isEqualTo(
              """
              Dice uses io.vavr.collection.List.shuffle
              Dice uses java.lang.Math.random
              Dice uses java.lang.System.identityHashCode
              Dice uses java.security.SecureRandom (2)
              Dice uses java.util.Collections.shuffle
              Dice holds java.util.Random (2)
              Dice uses java.util.UUID.randomUUID
              """);
    }

    @Test
    void reading_and_writing() {
      assertThat(HOUSE.violations("PUR-03"))
          .isEqualTo(
              """
              Drawers names in a signature java.io.IOException (2)
              Drawers uses java.io.InputStream
              Drawers uses java.lang.Class.getResource
              Drawers uses java.lang.System.in
              Drawers uses java.nio.file.Files
              Drawers names in a signature java.nio.file.Path
              Drawers names in a signature java.util.Scanner (2)
              """);
    }

    @Test
    void threads_and_locks() {
      assertThat(HOUSE.violations("PUR-04"))
          .isEqualTo(
              """
              Workers uses java.lang.Object.wait
              Workers uses java.lang.Thread (2)
              Workers uses java.util.List.parallelStream
              Workers holds java.util.concurrent.atomic.AtomicLong (4)
              Workers uses java.util.stream.Stream.parallel
              Workers method guarded is synchronized
              """);
    }

    @Test
    void a_look_at_the_machine() {
      assertThat(HOUSE.violations("PUR-05"))
          .isEqualTo(
              """
              Surroundings uses java.lang.Runtime (2)
              Surroundings uses java.lang.String.format
              Surroundings uses java.lang.String.formatted
              Surroundings uses java.lang.String.getBytes
              Surroundings uses java.lang.String.toLowerCase
              Surroundings uses java.lang.String.toUpperCase
              Surroundings uses java.lang.System.getProperty
              Surroundings uses java.lang.System.getenv
              Surroundings uses java.time.ZoneId.systemDefault
              Surroundings uses java.util.Locale.getDefault
              """);
    }

    @Test
    void logging_and_printing() {
      assertThat(HOUSE.violations("PUR-06"))
          .isEqualTo(
              """
              Talker uses java.lang.IllegalStateException.printStackTrace
              Talker uses java.lang.System.out
              Talker holds org.slf4j.Logger (2)
              Talker uses org.slf4j.LoggerFactory
              """);
    }

    @Test
    void a_look_into_classes() {
      assertThat(HOUSE.violations("PUR-07"))
          .isEqualTo(
              """
              Mirror uses java.lang.Class.forName
              Mirror uses java.lang.Class.getDeclaredFields
              Mirror names in a signature java.lang.reflect.Field
              """);
    }
  }
}
