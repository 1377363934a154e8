package dev.hexwing.examples.droneshop.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFileTest {

  private static final String HEADER = "order,sku,quantity,latitude,longitude,taps\n";
  private static final Set<String> SOLD = Set.of("TEA", "CAKE", "MILK");

  @TempDir private Path folder;
  private final List<CsvRow.Bad> bad = new ArrayList<>();

  @Nested
  class An_order {

    @Test
    void is_made_of_its_rows() throws IOException {
      assertThat(
              read(HEADER + "1,TEA,2,52.5,13.4,3\n1,CAKE,1,52.5,13.4,3\n2,MILK,1,-33.9,151.2,1\n"))
          .containsExactly(
              new FileOrder(2, "1", List.of(item("TEA", 2), item("CAKE", 1)), 52.5, 13.4, 3),
              new FileOrder(4, "2", List.of(item("MILK", 1)), -33.9, 151.2, 1));
      assertThat(bad).isEmpty();
    }

    @Test
    void may_be_scattered_over_a_file_that_fits() throws IOException {
      assertThat(read(HEADER + "1,TEA,2,52.5,13.4,3\n2,MILK,1,1,2,1\n1,CAKE,1,,,\n"))
          .extracting(order -> order.items().size())
          .containsExactly(2, 1);
    }

    @Test
    void must_stand_together_in_a_file_that_is_streamed() throws IOException {
      List<FileOrder> orders =
          read(HEADER + "1,TEA,2,52.5,13.4,3\n2,MILK,1,1,2,1\n1,CAKE,1,52.5,13.4,3\n", 0);
      assertThat(orders).extracting(FileOrder::name).containsExactly("1", "2");
      assertThat(bad).extracting(CsvRow.Bad::line).containsExactly(4L);
      assertThat(bad.getFirst().reason()).contains("must stand together");
    }

    @Test
    void goes_on_without_its_bad_rows() throws IOException {
      assertThat(read(HEADER + "1,TEA,2,52.5,13.4,3\n1,GOLD,1,52.5,13.4,3\n1,MILK,1,52.5,13.4,3\n"))
          .extracting(order -> order.items().size())
          .containsExactly(2);
      assertThat(bad).containsExactly(new CsvRow.Bad(3, "there is no product \"GOLD\""));
    }

    @Test
    void has_at_most_100_lines() throws IOException {
      StringBuilder text = new StringBuilder(HEADER);
      for (int i = 0; i < 101; i++) {
        text.append("1,P").append(i).append(",1,1,1,1\n");
      }
      List<FileOrder> orders = new ArrayList<>();
      try (OrderFile file = OrderFile.open(write(text.toString()), sku -> true, bad::add)) {
        file.next().ifPresent(orders::add);
      }
      assertThat(orders.getFirst().items()).hasSize(100);
      assertThat(bad).containsExactly(new CsvRow.Bad(102, "an order has at most 100 lines"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ",TEA,1,1,1,1; order must have",
        "1,TEA,0,1,1,1; quantity must be 1 to 999",
        "1,TEA,1000,1,1,1; quantity must be 1 to 999",
        "1,TEA,two,1,1,1; quantity must be a whole number",
        "1,TEA,1,91,1,1; latitude must be",
        "1,TEA,1,NaN,1,1; latitude must be",
        "1,TEA,1,1,1e3,1; longitude must be",
        "1,TEA,1,1,1,0; taps must be",
        "1,TEA,1,1,1; the row has 5 fields"
      })
  void a_row_without_sense_is_reported_and_left_out(String row, String reason) throws IOException {
    assertThat(read(HEADER + row + "\n2,TEA,1,1,1,1\n"))
        .extracting(FileOrder::name)
        .containsExactly("2");
    assertThat(bad).extracting(CsvRow.Bad::line).containsExactly(2L);
    assertThat(bad.getFirst().reason()).startsWith(reason.strip());
  }

  @Test
  void a_row_that_repeats_a_sku_or_moves_its_order_is_bad() throws IOException {
    read(HEADER + "1,TEA,1,1,1,1\n1,TEA,1,1,1,1\n1,CAKE,1,2,1,1\n");
    assertThat(bad).extracting(CsvRow.Bad::line).containsExactly(3L, 4L);
  }

  @Test
  void a_hundred_thousand_orders_are_streamed() throws IOException {
    Path file = folder.resolve("many.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < 100_000; i++) {
        out.write("order-number-" + i + ",TEA,2,52.52000,13.40500,3\n");
        out.write("order-number-" + i + ",CAKE,1,52.52000,13.40500,3\n");
      }
    }
    assertThat(Files.size(file)).isGreaterThan(OrderFile.WHOLE_UP_TO);
    int count = 0;
    try (OrderFile orders = OrderFile.open(file, SOLD::contains, bad::add)) {
      for (Optional<FileOrder> order = orders.next(); order.isPresent(); order = orders.next()) {
        count += order.get().items().size();
      }
    }
    assertThat(count).isEqualTo(200_000);
    assertThat(bad).isEmpty();
  }

  @Test
  void the_orders_that_come_with_the_shop_are_300_over_its_catalogue() throws IOException {
    Set<String> skus =
        Set.copyOf(
            CatalogueFile.read(Path.of("data-sets/catalogue.csv")).products().stream()
                .map(product -> product.sku().value())
                .toList());
    List<FileOrder> orders = new ArrayList<>();
    try (OrderFile file =
        OrderFile.open(Path.of("data-sets/orders-300.csv"), skus::contains, bad::add)) {
      for (Optional<FileOrder> order = file.next(); order.isPresent(); order = file.next()) {
        orders.add(order.get());
      }
    }
    assertThat(bad).isEmpty();
    assertThat(orders).hasSize(300);
    assertThat(orders).extracting(FileOrder::taps).contains(1, 2, 3, 4);
    assertThat(orders).extracting(order -> order.items().size()).contains(1, 2, 3, 4, 5, 6);
  }

  private static FileOrder.Item item(String sku, int quantity) {
    return new FileOrder.Item(sku, quantity);
  }

  private List<FileOrder> read(String text) throws IOException {
    return read(text, OrderFile.WHOLE_UP_TO);
  }

  private List<FileOrder> read(String text, long wholeUpTo) throws IOException {
    List<FileOrder> orders = new ArrayList<>();
    try (OrderFile file = OrderFile.open(write(text), wholeUpTo, SOLD::contains, bad::add)) {
      for (Optional<FileOrder> order = file.next(); order.isPresent(); order = file.next()) {
        orders.add(order.get());
      }
    }
    return orders;
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("orders.csv"), text);
  }
}
