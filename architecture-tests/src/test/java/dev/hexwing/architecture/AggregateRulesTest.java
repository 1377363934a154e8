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
              Field <Cart.array> holds aggregate <Order>
              Field <Cart.bounded> holds aggregate <Order>
              Field <Cart.keyed> holds aggregate <Order>
              Field <Cart.listed> holds aggregate <Order>
              Field <Cart.nested> holds aggregate <Order>
              Field <Cart.optional> holds aggregate <Order>
              Field <Cart.plain> holds aggregate <Order>
              Field <Cart.valued> holds aggregate <Order>
              Field <Cart.variable> holds aggregate <Order>
              Field <Shipment.order> holds aggregate <Order>
              """);
    }

    @Test
    void public_constructors_of_aggregates() {
      assertThat(HOUSE.violations("DDD-02"))
          .isEqualTo(
              """
              Constructor <Cart.<init>(java.lang.String)> is public
              """);
    }

    @Test
    void setters_and_open_state_of_aggregates() {
      assertThat(HOUSE.violations("DDD-03"))
          .isEqualTo(
              """
              Field <Cart.open> is not private
              Method <Cart.setPlain(Order)> is a setter
              """);
    }

    @Test
    void aggregates_without_one_typed_identity() {
      assertThat(HOUSE.violations("DDD-04"))
          .isEqualTo(
              """
              Class <Cart> has 2 @Identity fields
              Field <Cart.cartId> is no typed id but <CartId>
              Field <Cart.name> is no typed id but <java.lang.String>
              Field <Cart.name> is not final
              """);
    }

    @Test
    void value_objects_that_can_change() {
      assertThat(HOUSE.violations("DDD-05"))
          .isEqualTo(
              """
              Class <Tag$Loose> is not final
              Field <Tag$Holder.loose> holds mutable <Tag$Loose>
              Field <Tag$Loose.text> is not final
              Field <Tag.bytes> holds mutable <[B>
              Field <Tag.dates> holds mutable <java.util.Date>
              Field <Tag.names> holds mutable <java.util.ArrayList>
              Field <Tag.texts> holds mutable <[Ljava.lang.StringBuilder;>
              Field <Tag.texts> holds mutable <java.lang.StringBuilder>
              """);
    }

    @Test
    void records_that_keep_the_collections_of_others() {
      assertThat(HOUSE.violations("DDD-06"))
          .isEqualTo(
              """
              Constructor <Tag$HalfCopied.<init>(java.util.List, java.util.Set)> copies 1 of 2 collections
              Constructor <Tag.<init>([B, java.util.List, java.util.ArrayList, java.util.List)> copies 0 of 2 collections
              """);
    }

    @Test
    void repositories_that_are_classes_or_elsewhere() {
      assertThat(HOUSE.violations("DDD-07"))
          .isEqualTo(
              """
              Class <Carts> is a repository and no interface
              Class <StoredOrders> is a repository outside the domain
              """);
    }

    @Test
    void refusals_outside_a_sealed_family() {
      assertThat(HOUSE.violations("DDD-08"))
          .isEqualTo(
              """
              Class <CartRefusal$Full> belongs to no sealed family of refusals
              Class <CartRefusal$LostRefusal> is named a refusal and is no DomainError
              Class <CartRefusal> is a family of refusals and not sealed
              Class <OrderRefusal$Vague> is a refusal and no record
              """);
    }
  }
}
