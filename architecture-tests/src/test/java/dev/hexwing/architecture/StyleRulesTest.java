package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of plain style")
class StyleRulesTest {

  private static final BrokenHouse HOUSE = BrokenHouse.of("style");

  @Nested
  class report_exactly {

    @Test
    void packages_that_say_nothing_of_null() {
      assertThat(HOUSE.violations("STY-01"))
          .isEqualTo(
              """
              Package <domain> does not
              """);
    }

    @Test
    void names_that_say_nothing() {
      assertThat(HOUSE.violations("STY-02"))
          .isEqualTo(
              """
              Class <Names$DateUtil> is named ...Util
              Class <Names$DateUtils> is named ...Utils
              Class <Names$IOrders> is named I...
              Class <Names$MoneyVO> is named ...VO
              Class <Names$OrderDto> is named ...Dto
              Class <Names$OrderEntity> is named ...Entity
              Class <Names$OrderHelper> is named ...Helper
              Class <Names$OrderImpl> is named ...Impl
              Class <Names$OrderManager> is named ...Manager
              """);
    }

    @Test
    void writing_to_the_console() {
      assertThat(HOUSE.violations("STY-03"))
          .isEqualTo(
              """
              Method <Habits.talk(java.lang.Exception)> calls method <java.lang.Exception.printStackTrace()>
              Method <Habits.talk(java.lang.Exception)> gets field <java.lang.System.err>
              """);
    }

    @Test
    void sleeping() {
      assertThat(HOUSE.violations("STY-04"))
          .isEqualTo(
              """
              Method <Habits.wait(int)> calls method <java.lang.Thread.sleep(long)>
              Method <Habits.wait(int)> calls method <java.util.concurrent.TimeUnit.sleep(long)>
              """);
    }

    @Test
    void java_util_logging() {
      assertThat(HOUSE.violations("STY-05"))
          .isEqualTo(
              """
              Field <Habits.LOG> has type <java.util.logging.Logger>
              Method <Habits.swallow(java.lang.Thread)> calls method <java.util.logging.Logger.info(java.lang.String)>
              Method <Habits.talk(java.lang.Exception)> calls method <java.util.logging.Logger.info(java.lang.String)>
              Static Initializer <Habits.<clinit>()> calls method <java.util.logging.Logger.getLogger(java.lang.String)>
              """);
    }

    @Test
    void injected_fields() {
      assertThat(HOUSE.violations("STY-06"))
          .isEqualTo(
              """
              Field <Habits.injected> is injected
              """);
    }

    @Test
    void exceptions_that_say_nothing() {
      assertThat(HOUSE.violations("STY-07"))
          .isEqualTo(
              """
              Method <Habits.fail(boolean)> calls constructor <java.lang.RuntimeException.<init>(java.lang.String)>
              """);
    }

    @Test
    void swallowed_interrupts() {
      assertThat(HOUSE.violations("STY-08"))
          .isEqualTo(
              """
              Method <Habits.swallow(java.lang.Thread)> swallows an interrupt
              """);
    }
  }
}
