package dev.hexwing.application.ordering;

import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Shows the catalogue.
 *
 * <p>Safe for use by any number of threads.
 */
@PrimaryPort
public interface ListProducts {

  /** Every product, by name. */
  List<Product> list();
}
