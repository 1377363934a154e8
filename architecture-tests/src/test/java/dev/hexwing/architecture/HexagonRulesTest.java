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
      assertThat(HOUSE.violations("HEX-01"))
          .isEqualTo(
              """
              Class <FrameworkBound> is annotated with <Component>
              Field <FrameworkBound.place> has type <java.net.URI>
              Field <FrameworkBound.widgets> depends on component type <Widget>
              Field <FrameworkBound.widgets> has generic type <java.util.List<Widget[]>> with type argument depending on <[LWidget;>
              Field <FrameworkBound.widgets> is annotated with <Component>
              Method <KnowsOutside.store()> has return type <Store>
              Parameter <java.lang.String> of method <FrameworkBound.has(java.lang.String)> is annotated with <Component>
              """);
    }

    @Test
    void application_classes_that_touch_libraries() {
      assertThat(HOUSE.violations("HEX-02"))
          .isEqualTo(
              """
              Method <ReachesOut.fronts()> has generic return type <java.util.List<? extends Front>> with type argument depending on <Front>
              Method <ReachesOut.show(Demo, Widget)> has parameter of type <Demo>
              Method <ReachesOut.show(Demo, Widget)> has parameter of type <Widget>
              Method <ReachesOut.write(java.sql.Connection)> has parameter of type <java.sql.Connection>
              """);
    }

    @Test
    void inner_classes_that_reach_adapters() {
      assertThat(HOUSE.violations("HEX-03"))
          .isEqualTo(
              """
              Method <KnowsOutside.store()> has return type <Store>
              Method <ReachesOut.fronts()> has generic return type <java.util.List<? extends Front>> with type argument depending on <Front>
              """);
    }

    @Test
    void adapters_that_know_each_other() {
      assertThat(HOUSE.violations("HEX-04"))
          .isEqualTo(
              """
              Constructor <Caller.<init>(Store, LoudPlacing)> has parameter of type <Store>
              Field <Caller.store> has type <Store>
              Method <Caller.store()> has return type <Store>
              """);
    }

    @Test
    void published_classes_that_use_examples() {
      assertThat(HOUSE.violations("HEX-05"))
          .isEqualTo(
              """
              Method <ReachesOut.show(Demo, Widget)> has parameter of type <Demo>
              """);
    }

    @Test
    void production_classes_that_use_testkits() {
      assertThat(HOUSE.violations("HEX-06"))
          .isEqualTo(
              """
              Method <Store.size()> calls constructor <InMemoryShelves.<init>()>
              Method <Store.size()> calls method <InMemoryShelves.count()>
              """);
    }

    @Test
    void production_classes_that_use_test_libraries() {
      assertThat(HOUSE.violations("HEX-07"))
          .isEqualTo(
              """
              Method <Store.size()> calls method <org.assertj.core.api.AbstractIntegerAssert.isZero()>
              Method <Store.size()> calls method <org.assertj.core.api.Assertions.assertThat(int)>
              """);
    }

    @Test
    void driving_ports_that_are_no_single_verb() {
      assertThat(HOUSE.violations("HEX-08"))
          .isEqualTo(
              """
              Class <SolidPort> is a driving port and no interface
              Class <TwoVerbs> is a driving port with 2 abstract methods
              """);
    }

    @Test
    void driven_ports_that_are_classes() {
      assertThat(HOUSE.violations("HEX-09"))
          .isEqualTo(
              """
              Class <SolidShelves> is a driven port and no interface
              """);
    }

    @Test
    void adapters_that_go_round_a_port() {
      assertThat(HOUSE.violations("HEX-10"))
          .isEqualTo(
              """
              Constructor <Caller.<init>(Store, LoudPlacing)> has parameter of type <LoudPlacing>
              Field <Caller.placing> has type <LoudPlacing>
              Method <Caller.placing()> has return type <LoudPlacing>
              """);
    }
  }
}
