package dev.hexwing.examples.droneshop.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.application.ordering.Product;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFileTest {

  private static final String HEADER = "sku,name,unitPriceMinor,currency,grams\n";

  @TempDir private Path folder;

  @Nested
  class A_file_of_products {

    @Test
    void is_read_whole() throws IOException {
      assertThat(read(HEADER + "TEA,\"Tea, green\",450,JPY,80\n").products())
          .containsExactly(
              new Product(new Sku("TEA"), "Tea, green", Money.ofMinor(450, "JPY"), 80));
    }

    @Test
    void may_have_its_columns_in_any_order_and_more_of_them() throws IOException {
      assertThat(
              read("grams,colour,sku,currency,name,unitPriceMinor\n80,red,TEA,EUR,Tea,450\n")
                  .products())
          .containsExactly(new Product(new Sku("TEA"), "Tea", Money.ofMinor(450, "EUR"), 80));
    }

    @Test
    void reports_bad_rows_by_line_and_reason_and_sells_the_rest() throws IOException {
      CatalogueFile file =
          read(
              HEADER
                  + "TEA,Tea,450,EUR,80\n"
                  + "tea,Tea,450,EUR,80\n"
                  + "A,Tea,0,EUR,80\n"
                  + "B,Tea,x,EUR,80\n"
                  + "C,Tea,450,EURO,80\n"
                  + "D,Tea,450,EUR,0\n"
                  + "E,,450,EUR,80\n"
                  + "TEA,Tea,450,EUR,80\n"
                  + "F,Tea,450,EUR\n");
      assertThat(file.products()).hasSize(1);
      assertThat(file.bad())
          .extracting(CsvRow.Bad::line)
          .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
      assertThat(file.bad().get(1).reason()).contains("unitPriceMinor");
      assertThat(file.bad().getLast().reason()).isEqualTo("the row has 4 fields, not 5");
    }

    @Test
    void without_a_needed_column_is_refused_by_name() {
      assertThatThrownBy(() -> read("sku,name,unitPriceMinor,currency\nTEA,Tea,450,EUR\n"))
          .isInstanceOf(UnusableFile.class)
          .hasMessageContaining("column grams is missing");
    }

    @Test
    void without_a_product_is_refused() {
      assertThatThrownBy(() -> read(HEADER)).hasMessageContaining("holds no product");
      assertThatThrownBy(() -> read("")).hasMessageContaining("the file is empty");
    }

    @Test
    void that_is_not_there_is_refused() {
      assertThatThrownBy(() -> CatalogueFile.read(folder.resolve("none.csv")))
          .isInstanceOf(UnusableFile.class)
          .hasMessageContaining("there is no such file");
    }
  }

  @Nested
  class The_catalogue_that_comes_with_the_shop {

    @Test
    void has_thirty_products_in_four_currencies_of_all_decimals() {
      CatalogueFile file = CatalogueFile.read(Path.of("data-sets/catalogue.csv"));
      assertThat(file.bad()).isEmpty();
      assertThat(file.products()).hasSizeGreaterThanOrEqualTo(30);
      assertThat(file.products())
          .extracting(product -> product.unitPrice().currency().getDefaultFractionDigits())
          .contains(0, 2, 3);
      assertThat(file.products().stream().map(product -> product.unitPrice().currency()).distinct())
          .hasSize(4);
      assertThat(file.products())
          .filteredOn(product -> product.unitPrice().currency().equals(Currency.getInstance("KWD")))
          .allMatch(product -> product.unitPrice().amountMinor() % 10 == 0);
    }
  }

  private CatalogueFile read(String text) throws IOException {
    return CatalogueFile.read(Files.writeString(folder.resolve("catalogue.csv"), text));
  }
}
