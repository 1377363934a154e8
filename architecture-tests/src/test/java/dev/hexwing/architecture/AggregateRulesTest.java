package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of aggregates, values and refusals")
class AggregateRulesTest {

  private static final BrokenHouse HOUSE = BrokenHouse.of("aggregates");

  @Nested
  class report_exactly {

    @Test
    void aggregates_held_in_fields_of_every_shape() {
      assertThat(HOUSE.violations("DDD-01"))
          .isEqualTo(
              """
              Cart holds aggregate Order in plain, optional, bounded, array, listed, keyed, valued, nested, variable (9)
              Shipment holds aggregate Order in order
              """);
    }

    @Test
    void public_constructors_of_aggregates() {
      assertThat(HOUSE.violations("DDD-02"))
          .isEqualTo(
              """
              Cart constructor is public
              """);
    }

    @Test
    void setters_and_open_state_of_aggregates() {
      assertThat(HOUSE.violations("DDD-03"))
          .isEqualTo(
              """
              Cart field open is not private
              Cart method setPlain is a setter
              """);
    }

    @Test
    void aggregates_without_one_typed_identity() {
      assertThat(HOUSE.violations("DDD-04"))
          .isEqualTo(
              """
              Cart has 2 identities
              Cart field cartId is no id of its own type but CartId
              Cart field name is not final; is no id of its own type but java.lang.String (2)
              """);
    }

    @Test
    void value_objects_that_can_change() {
      assertThat(HOUSE.violations("DDD-05"))
          .isEqualTo(
              """
              Tag field bytes holds a mutable array of byte
              Tag field dates holds mutable java.util.Date
              Tag field names holds mutable java.util.ArrayList
              Tag field texts holds a mutable array of java.lang.StringBuilder; holds mutable java.lang.StringBuilder (2)
              Tag$Holder field loose holds mutable Tag$Loose
              Tag$Loose is not final
              Tag$Loose field text is not final and set by grow
              """);
    }

    @Test
    void records_that_keep_the_collections_of_others() {
      assertThat(HOUSE.violations("DDD-06"))
          .isEqualTo(
              """
              Tag field dates is kept as it was given
              Tag field texts is kept as it was given
              Tag$HalfCopied field theirs is kept as it was given
              """);
    }

    @Test
    void repositories_that_are_classes_or_elsewhere() {
      assertThat(HOUSE.violations("DDD-07"))
          .isEqualTo(
              """
              Carts is a repository and no interface
              StoredOrders is a repository outside domain and application
              """);
    }

    @Test
    void refusals_outside_a_sealed_family() {
      assertThat(HOUSE.violations("DDD-08"))
          .isEqualTo(
              """
              CartRefusal is a family of refusals and not sealed
              CartRefusal$Full belongs to no sealed family of refusals
              CartRefusal$LostRefusal is named a refusal and is no DomainError
              OrderRefusal$Vague is a refusal and no record
              """);
    }
  }
}
