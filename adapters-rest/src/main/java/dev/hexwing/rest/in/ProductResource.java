package dev.hexwing.rest.in;

import dev.hexwing.application.UseCases;
import dev.hexwing.application.ordering.Product;
import java.util.List;

/** The catalogue over HTTP. */
final class ProductResource {

  private final UseCases useCases;

  ProductResource(UseCases useCases) {
    this.useCases = useCases;
  }

  List<Route> routes() {
    return List.of(Route.get("/v1/products", this::list));
  }

  private Reply list(Call call) {
    return Reply.json(
        200, new Products(useCases.listProducts().list().stream().map(ProductBody::of).toList()));
  }

  record Products(List<ProductBody> items) {}

  record ProductBody(String sku, String name, MoneyBody unitPrice, int grams) {
    static ProductBody of(Product product) {
      return new ProductBody(
          product.sku().value(),
          product.name(),
          MoneyBody.of(product.unitPrice()),
          product.grams());
    }
  }
}
