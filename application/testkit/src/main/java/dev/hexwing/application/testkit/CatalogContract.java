package dev.hexwing.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.ordering.Product;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.Money;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every catalogue must do; extend it with the one that is to keep to it. */
public abstract class CatalogContract extends StoreContract {

  private final Product coffee = given.product("COFFEE-250", "Coffee, ground");
  private final Product tea = given.product("TEA_1", "Assam tea");
  private final Product yen =
      new Product(new Sku("AN.1"), "Bento 弁当", Money.ofMinor(Long.MAX_VALUE, "JPY"), 1);

  @BeforeEach
  final void putOnSale() {
    store().stock(List.of(coffee, tea, yen));
  }

  @Test
  void finds_those_that_exist() {
    assertThat(store().catalog().find(Set.of(coffee.sku(), yen.sku(), new Sku("NO-SUCH-THING"))))
        .containsOnlyKeys(coffee.sku(), yen.sku())
        .containsValues(coffee, yen);
  }

  @Test
  void finds_the_same_again() {
    assertThat(store().catalog().find(Set.of(tea.sku()))).containsEntry(tea.sku(), tea);
    assertThat(store().catalog().find(Set.of(tea.sku(), coffee.sku())))
        .containsEntry(tea.sku(), tea)
        .containsEntry(coffee.sku(), coffee);
  }

  @Test
  void lists_everything_by_name() {
    assertThat(store().catalog().all()).containsExactly(tea, yen, coffee);
  }
}
