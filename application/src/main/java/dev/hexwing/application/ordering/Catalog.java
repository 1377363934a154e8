package dev.hexwing.application.ordering;

import dev.hexwing.domain.ordering.Sku;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What the shop sells, and for how much: the only source of prices.
 *
 * <p>May answer from a cache that is a few seconds old. Safe for use by any number of threads.
 */
@SecondaryPort
public interface Catalog {

  /** Those of the products that exist. */
  Map<Sku, Product> find(Set<Sku> skus);

  /** Every product, by name; at most 10,000. */
  List<Product> all();
}
