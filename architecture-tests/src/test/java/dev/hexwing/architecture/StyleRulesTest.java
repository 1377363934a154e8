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
              package domain is not @NullMarked in its package-info
              """);
    }

    @Test
    void names_that_say_nothing() {
      assertThat(HOUSE.violations("STY-02"))
          .isEqualTo(
              """
              Names$DateUtil is named ...Util
              Names$DateUtils is named ...Utils
              Names$IOrders is named I...
              Names$MoneyVO is named ...VO
              Names$OrderDto is named ...Dto
              Names$OrderEntity is named ...Entity
              Names$OrderHelper is named ...Helper
              Names$OrderImpl is named ...Impl
              Names$OrderManager is named ...Manager
              """);
    }

    @Test
    void writing_to_the_console() {
      assertThat(HOUSE.violations("STY-03"))
          .isEqualTo(
              """
              Habits uses java.lang.Exception.printStackTrace
              Habits uses java.lang.System.err
              """);
    }

    @Test
    void sleeping() {
      assertThat(HOUSE.violations("STY-04"))
          .isEqualTo(
              """
              Habits uses java.lang.Thread.sleep
              Habits uses java.util.concurrent.TimeUnit.sleep
              """);
    }

    @Test
    void java_util_logging() {
      assertThat(HOUSE.violations("STY-05"))
          .isEqualTo(
              """
              Habits holds java.util.logging.Logger (4)
              """);
    }

    @Test
    void injected_fields() {
      assertThat(HOUSE.violations("STY-06"))
          .isEqualTo(
              """
              Habits field injected is injected
              """);
    }

    @Test
    void exceptions_that_say_nothing() {
      assertThat(HOUSE.violations("STY-07"))
          .isEqualTo(
              """
              Habits makes a java.lang.RuntimeException
              """);
    }

    @Test
    void swallowed_interrupts() {
      assertThat(HOUSE.violations("STY-08"))
          .isEqualTo(
              """
              Habits method swallow swallows an interrupt
              """);
    }
  }
}
