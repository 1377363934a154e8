package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A layout")
class LayoutTest {

  @Nested
  class names_types_by_pattern {

    @Test
    void a_package_is_not_the_packages_below_it() {
      assertThat(TypeSet.of("java.util").contains("java.util.Map")).isTrue();
      assertThat(TypeSet.of("java").contains("java.util.Map")).isFalse();
    }

    @Test
    void a_tree_is_a_package_and_all_below_it_and_no_neighbour() {
      assertThat(TypeSet.of("java..").contains("java.util.Map")).isTrue();
      assertThat(TypeSet.of("java.util..").contains("java.util.Map")).isTrue();
      assertThat(TypeSet.of("java.ut..").contains("java.util.Map")).isFalse();
    }

    @Test
    void a_class_is_also_what_stands_in_it_and_no_namesake() {
      assertThat(TypeSet.of("java.util.Map").contains("java.util.Map$Entry")).isTrue();
      assertThat(TypeSet.of("java.util.Ma").contains("java.util.Map")).isFalse();
    }

    @Test
    void an_empty_pattern_is_refused() {
      assertThatThrownBy(() -> TypeSet.of("..")).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> TypeSet.of("")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class knows_the_past_tense {

    private final PastTense pastTense = new PastTense(Set.of("Critical"));

    @ParameterizedTest
    @ValueSource(
        strings = {
          "OrderPlaced",
          "OrderPaid",
          "UnexpectedChargeFound",
          "PaymentWithdrawn",
          "FeeAgreed",
          "BatteryCritical",
          "PlacedOrder",
          "MoneyWithdrawnByCustomer",
          "OrderPlacedV2",
          "PasswordReset",
          "Placed"
        })
    void by_regular_and_irregular_and_agreed_words(String name) {
      assertThat(pastTense.holdsFor(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "PlaceOrder",
          "OrderNeed",
          "ResetPassword",
          "SplitOrder",
          "EmbedPicture",
          "Speed",
          "ShopBed",
          "Order",
          "order"
        })
    void and_not_by_words_that_only_look_like_it(String name) {
      assertThat(pastTense.holdsFor(name)).isFalse();
    }
  }
}
