package dev.hexwing.examples.droneshop.csv;

import dev.hexwing.application.ordering.Product;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.Money;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Products read from a file with the columns {@code sku,name,unitPriceMinor,currency,grams}.
 *
 * @param products those that can be sold, in the order of the file
 * @param bad rows that are not products
 */
public record CatalogueFile(List<Product> products, List<CsvRow.Bad> bad) {

  /** The most products of one file. */
  public static final int MOST_PRODUCTS = 10_000;

  private static final List<String> COLUMNS =
      List.of("sku", "name", "unitPriceMinor", "currency", "grams");

  /** Keeps copies. */
  public CatalogueFile {
    products = List.copyOf(products);
    bad = List.copyOf(bad);
  }

  /**
   * Reads a whole file.
   *
   * @throws UnusableFile if it cannot be read, or holds no product or more than {@link
   *     #MOST_PRODUCTS}
   */
  public static CatalogueFile read(Path file) {
    try (CsvTable table = CsvTable.open(file, COLUMNS)) {
      return read(file.toString(), table);
    } catch (IOException e) {
      throw new UnusableFile(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads bytes that messages call by a name; the caller closes them.
   *
   * @throws UnusableFile as for a file
   */
  public static CatalogueFile read(String name, InputStream bytes) throws IOException {
    return read(name, CsvTable.open(name, bytes, COLUMNS));
  }

  private static CatalogueFile read(String name, CsvTable table) throws IOException {
    List<Product> products = new ArrayList<>();
    List<CsvRow.Bad> bad = new ArrayList<>();
    Set<Sku> seen = new HashSet<>();
    for (Optional<CsvRow> row = table.next(); row.isPresent(); row = table.next()) {
      switch (row.get()) {
        case CsvRow.Bad unreadable -> bad.add(unreadable);
        case CsvRow.Fields fields -> read(fields, seen, products, bad);
      }
      if (products.size() + bad.size() > MOST_PRODUCTS) {
        throw new UnusableFile(name + ": has more than " + MOST_PRODUCTS + " rows", null);
      }
    }
    if (products.isEmpty()) {
      String why = bad.isEmpty() ? "" : ", the first bad row is " + bad.getFirst();
      throw new UnusableFile(name + ": holds no product" + why, null);
    }
    return new CatalogueFile(products, bad);
  }

  private static void read(
      CsvRow.Fields row, Set<Sku> seen, List<Product> products, List<CsvRow.Bad> bad) {
    try {
      Product product = product(row.fields());
      if (!seen.add(product.sku())) {
        throw new IllegalArgumentException("sku " + product.sku() + " is there twice");
      }
      products.add(product);
    } catch (IllegalArgumentException e) {
      bad.add(new CsvRow.Bad(row.line(), String.valueOf(e.getMessage())));
    }
  }

  private static Product product(List<String> fields) {
    Sku sku =
        Sku.of(fields.get(0))
            .getOrElseThrow(invalid -> new IllegalArgumentException("sku " + invalid.message()));
    long price = Numbers.whole("unitPriceMinor", fields.get(2), 1, Long.MAX_VALUE);
    Money unitPrice =
        Money.read(price, fields.get(3))
            .getOrElseThrow(
                invalid -> new IllegalArgumentException("currency " + invalid.message()));
    int grams = (int) Numbers.whole("grams", fields.get(4), 1, Integer.MAX_VALUE);
    return new Product(sku, fields.get(1), unitPrice, grams);
  }
}
