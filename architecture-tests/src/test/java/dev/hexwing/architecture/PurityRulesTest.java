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
              Method <Clocks.figures()> calls method <java.lang.System.currentTimeMillis()>
              Method <Clocks.figures()> calls method <java.lang.System.nanoTime()>
              Method <Clocks.handedOn()> references method <java.time.Instant.now()>
              Method <Clocks.hidden()> calls method <java.time.LocalDate.now()>
              Method <Clocks.old()> calls constructor <java.util.Date.<init>()>
              Method <Clocks.told(java.time.Clock)> calls method <java.time.Clock.instant()>
              Method <Clocks.told(java.time.Clock)> has parameter of type <java.time.Clock>
              Static Initializer <Clocks.<clinit>()> calls method <java.time.Instant.now()>
              """);
    }

    @Test
    void every_way_to_throw_dice() {
      assertThat(HOUSE.violations("PUR-02"))
          .isEqualTo(
              """
              Constructor <Dice.<init>()> calls constructor <java.security.SecureRandom.<init>()>
              Field <Dice.random> has type <java.util.Random>
              Method <Dice.figure()> calls method <java.lang.Math.random()>
              Method <Dice.figure()> calls method <java.lang.System.identityHashCode(java.lang.Object)>
              Method <Dice.figure()> calls method <java.util.Random.nextDouble()>
              Method <Dice.ids()> references method <java.util.UUID.randomUUID()>
              Method <Dice.shuffled()> calls method <io.vavr.collection.List.shuffle()>
              Method <Dice.shuffled()> calls method <java.util.Collections.shuffle(java.util.List)>
              """);
    }

    @Test
    void reading_and_writing() {
      assertThat(HOUSE.violations("PUR-03"))
          .isEqualTo(
              """
              Method <Drawers.count(java.util.Scanner)> calls method <java.util.Scanner.nextInt()>
              Method <Drawers.count(java.util.Scanner)> has parameter of type <java.util.Scanner>
              Method <Drawers.has()> calls method <java.io.InputStream.available()>
              Method <Drawers.has()> calls method <java.lang.Class.getResource(java.lang.String)>
              Method <Drawers.has()> gets field <java.lang.System.in>
              Method <Drawers.has()> throws type <java.io.IOException>
              Method <Drawers.read(java.nio.file.Path)> calls method <java.nio.file.Files.readString(java.nio.file.Path)>
              Method <Drawers.read(java.nio.file.Path)> has parameter of type <java.nio.file.Path>
              Method <Drawers.read(java.nio.file.Path)> throws type <java.io.IOException>
              Method <Talker.tell(java.lang.String)> calls method <java.io.PrintStream.println(java.lang.String)>
              """);
    }

    @Test
    void threads_and_locks() {
      assertThat(HOUSE.violations("PUR-04"))
          .isEqualTo(
              """
              Constructor <Workers.<init>()> calls constructor <java.util.concurrent.atomic.AtomicLong.<init>()>
              Field <Workers.count> has type <java.util.concurrent.atomic.AtomicLong>
              Method <Workers.aside(java.util.stream.Stream)> calls method <java.util.stream.Stream.parallel()>
              Method <Workers.current()> calls method <java.lang.Thread.currentThread()>
              Method <Workers.current()> calls method <java.lang.Thread.isDaemon()>
              Method <Workers.guarded()> calls method <java.lang.Object.wait()>
              Method <Workers.guarded()> calls method <java.util.concurrent.atomic.AtomicLong.get()>
              Method <Workers.guarded()> is synchronized
              Method <Workers.side(java.util.List)> calls method <java.util.List.parallelStream()>
              """);
    }

    @Test
    void a_look_at_the_machine() {
      assertThat(HOUSE.violations("PUR-05"))
          .isEqualTo(
              """
              Method <Surroundings.bytes(java.lang.String)> calls method <java.lang.String.getBytes()>
              Method <Surroundings.processors()> calls method <java.lang.Runtime.availableProcessors()>
              Method <Surroundings.processors()> calls method <java.lang.Runtime.getRuntime()>
              Method <Surroundings.settings()> calls method <java.lang.System.getProperty(java.lang.String)>
              Method <Surroundings.settings()> calls method <java.lang.System.getenv(java.lang.String)>
              Method <Surroundings.settings()> calls method <java.util.Locale.getDefault()>
              Method <Surroundings.text(java.lang.String)> calls method <java.lang.String.format(java.lang.String, [Ljava.lang.Object;)>
              Method <Surroundings.text(java.lang.String)> calls method <java.lang.String.formatted([Ljava.lang.Object;)>
              Method <Surroundings.text(java.lang.String)> calls method <java.lang.String.toLowerCase()>
              Method <Surroundings.text(java.lang.String)> calls method <java.lang.String.toUpperCase()>
              Method <Surroundings.zone()> calls method <java.time.ZoneId.systemDefault()>
              """);
    }

    @Test
    void logging_and_printing() {
      assertThat(HOUSE.violations("PUR-06"))
          .isEqualTo(
              """
              Field <Talker.LOG> has type <org.slf4j.Logger>
              Method <Talker.fail(java.lang.IllegalStateException)> calls method <java.lang.IllegalStateException.printStackTrace()>
              Method <Talker.tell(java.lang.String)> calls method <org.slf4j.Logger.info(java.lang.String)>
              Method <Talker.tell(java.lang.String)> gets field <java.lang.System.out>
              Static Initializer <Talker.<clinit>()> calls method <org.slf4j.LoggerFactory.getLogger(java.lang.Class)>
              """);
    }

    @Test
    void a_look_into_classes() {
      assertThat(HOUSE.violations("PUR-07"))
          .isEqualTo(
              """
              Method <Mirror.look(java.lang.Object)> calls method <java.lang.Class.forName(java.lang.String)>
              Method <Mirror.look(java.lang.Object)> calls method <java.lang.Class.getDeclaredFields()>
              Method <Mirror.look(java.lang.Object)> depends on component type <java.lang.reflect.Field>
              Method <Mirror.look(java.lang.Object)> has return type <[Ljava.lang.reflect.Field;>
              """);
    }
  }
}
