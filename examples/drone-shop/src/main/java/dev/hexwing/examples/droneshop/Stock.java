package dev.hexwing.examples.droneshop;

import dev.hexwing.examples.droneshop.csv.CatalogueFile;
import dev.hexwing.examples.droneshop.csv.UnusableFile;
import dev.hexwing.persistence.ProductCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the catalogue: from a file that was given, or with the shop's own products if empty. */
final class Stock {

  private static final Logger log = LoggerFactory.getLogger(Stock.class);
  private static final int MOST_TOLD = 20;

  private Stock() {}

  static void fill(ProductCatalog catalog, Optional<Path> file) {
    if (file.isEmpty() && !catalog.all().isEmpty()) {
      return;
    }
    CatalogueFile products = read(file);
    products.bad().stream().limit(MOST_TOLD).forEach(row -> log.warn("catalogue, {}", row));
    if (!products.bad().isEmpty()) {
      log.warn("{} bad rows of the catalogue were left out", products.bad().size());
    }
    catalog.replaceAll(products.products());
  }

  private static CatalogueFile read(Optional<Path> file) {
    try {
      return file.isPresent() ? CatalogueFile.read(file.get()) : own();
    } catch (UnusableFile e) {
      throw new StartFailure("HEXWING_CATALOGUE: " + e.getMessage(), e);
    }
  }

  private static CatalogueFile own() {
    try (InputStream bytes = Stock.class.getResourceAsStream("catalogue.csv")) {
      if (bytes == null) {
        throw new IllegalStateException("the shop's own catalogue is not on the class path");
      }
      return CatalogueFile.read("the shop's own catalogue", bytes);
    } catch (IOException e) {
      throw new StartFailure("the shop's own catalogue cannot be read", e);
    }
  }
}
