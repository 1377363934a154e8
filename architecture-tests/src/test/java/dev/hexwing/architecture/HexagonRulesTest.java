package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of which room may know which")
class HexagonRulesTest {

  private static final BrokenHouse HOUSE = BrokenHouse.of("hexagon");

  @Nested
  class report_exactly {

    @Test
    void domain_classes_that_touch_anything_but_their_own() {
      assertThat(HOUSE.violations("PUR-08"))
          .isEqualTo(
              """
              FrameworkBound is annotated with Component (3)
              FrameworkBound holds Widget
              """);
    }

    @Test
    void application_classes_that_touch_libraries() {
      assertThat(HOUSE.violations("PUR-09"))
          .isEqualTo(
              """
              ReachesOut names in a signature Widget
              ReachesOut names in a signature java.sql.Connection
              """);
    }

    @Test
    void domain_classes_that_reach_adapters() {
      assertThat(HOUSE.violations("HEX-02"))
          .isEqualTo(
              """
              KnowsOutside names in a signature Store
              """);
    }

    @Test
    void driving_ports_with_several_verbs() {
      assertThat(HOUSE.violations("STY-09"))
          .isEqualTo(
              """
              TwoVerbs is a driving port with 2 abstract methods
              """);
    }

    @Test
    void application_classes_that_reach_adapters() {
      assertThat(HOUSE.violations("HEX-03"))
          .isEqualTo(
              """
              ReachesOut names in a signature Front
              """);
    }

    @Test
    void adapters_that_know_each_other() {
      assertThat(HOUSE.violations("HEX-04"))
          .isEqualTo(
              """
              Caller holds Store (3)
              """);
    }

    @Test
    void published_classes_that_use_examples() {
      assertThat(HOUSE.violations("HEX-05"))
          .isEqualTo(
              """
              ReachesOut names in a signature Demo
              """);
    }

    @Test
    void production_classes_that_use_testkits() {
      assertThat(HOUSE.violations("HEX-06"))
          .isEqualTo(
              """
              Store uses InMemoryShelves (3)
              """);
    }

    @Test
    void production_classes_that_use_test_libraries() {
      assertThat(HOUSE.violations("HEX-07"))
          .isEqualTo(
              """
              Store uses org.assertj.core.api.AbstractIntegerAssert
              Store uses org.assertj.core.api.Assertions
              """);
    }

    @Test
    void driving_ports_that_are_classes() {
      assertThat(HOUSE.violations("HEX-08"))
          .isEqualTo(
              """
              SolidPort is a driving port and no interface
              """);
    }

    @Test
    void driven_ports_that_are_classes() {
      assertThat(HOUSE.violations("HEX-09"))
          .isEqualTo(
              """
              SolidShelves is a driven port and no interface
              """);
    }

    @Test
    void adapters_that_go_round_a_port() {
      assertThat(HOUSE.violations("HEX-10"))
          .isEqualTo(
              """
              Caller holds LoudPlacing (3)
              """);
    }
  }
}
