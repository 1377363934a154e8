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
              Class <OrderEvent$OrderChanged> is an event and no record
              Field <OrderEvent$OrderChanged.metadata> is not final
              Field <OrderEvent$OrderWeighed.grams> holds mutable <[J>
              """);
    }

    @Test
    void events_outside_a_sealed_family() {
      assertThat(HOUSE.violations("DDD-10"))
          .isEqualTo(
              """
              Class <CartEvent> is no sealed interface named ...Event
              Class <CartFilled> belongs to no sealed family of events
              Class <CartNews$CartEmptied> belongs to no sealed family of events
              Class <CartNews> is no sealed interface named ...Event
              """);
    }

    @Test
    void events_that_have_not_happened() {
      assertThat(HOUSE.violations("DDD-11"))
          .isEqualTo(
              """
              Class <OrderEvent$OrderNeed> does not say what has happened
              Class <OrderEvent$PlaceOrder> does not say what has happened
              """);
    }

    @Test
    void events_without_metadata() {
      assertThat(HOUSE.violations("DDD-12"))
          .isEqualTo(
              """
              Class <OrderEvent$OrderShelved> carries no metadata
              """);
    }
  }
}
