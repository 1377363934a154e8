package dev.hexwing.persistence;

import dev.hexwing.application.ordering.Product;
import dev.hexwing.domain.ordering.Sku;
import dev.hexwing.domain.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A product as it stands in the table. */
record ProductRow(String sku, String name, long unitAmount, String currency, int grams) {

  static final String COLUMNS = " sku, name, unit_amount, currency, grams ";

  static ProductRow from(Product product) {
    return new ProductRow(
        product.sku().value(),
        product.name(),
        product.unitPrice().amountMinor(),
        product.unitPrice().currency().getCurrencyCode(),
        product.grams());
  }

  static ProductRow read(ResultSet row) throws SQLException {
    return new ProductRow(
        Columns.text(row, "sku"),
        Columns.text(row, "name"),
        row.getLong("unit_amount"),
        Columns.text(row, "currency"),
        row.getInt("grams"));
  }

  Product toDomain() {
    return new Product(new Sku(sku), name, Money.ofMinor(unitAmount, currency), grams);
  }
}
