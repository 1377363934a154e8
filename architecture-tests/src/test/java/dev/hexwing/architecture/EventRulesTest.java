package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of domain events")
class EventRulesTest {

  private static final BrokenHouse HOUSE = BrokenHouse.of("events");

  @Nested
  class report_exactly {

    @Test
    void events_that_can_change() {
      assertThat(HOUSE.violations("DDD-09"))
          .isEqualTo(
              """
              OrderEvent$OrderChanged field metadata is not final and set by change
              OrderEvent$OrderWeighed field grams holds a mutable array of long
              """);
    }

    @Test
    void events_outside_a_sealed_family() {
      assertThat(HOUSE.violations("DDD-10"))
          .isEqualTo(
              """
              CartEvent is no sealed interface named ...Event
              CartFilled belongs to no sealed family of events
              CartNews is no sealed interface named ...Event
              CartNews$CartEmptied belongs to no sealed family of events
              OrderEvent$OrderChanged is an event and no record
              """);
    }

    @Test
    void events_that_have_not_happened() {
      assertThat(HOUSE.violations("DDD-11"))
          .isEqualTo(
              """
              OrderEvent$OrderNeed does not say what has happened
              OrderEvent$PlaceOrder does not say what has happened
              """);
    }

    @Test
    void events_without_metadata() {
      assertThat(HOUSE.violations("DDD-12"))
          .isEqualTo(
              """
              OrderEvent$OrderShelved carries no EventMetadata
              """);
    }
  }
}
