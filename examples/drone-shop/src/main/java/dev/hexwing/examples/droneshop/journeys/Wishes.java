package dev.hexwing.examples.droneshop.journeys;

import dev.hexwing.examples.droneshop.csv.UnusableFile;
import java.util.Optional;

/** Customers, one after another; asked by one thread at a time. */
interface Wishes extends AutoCloseable {

  /** How many will come, as far as that is known; 0 if not. */
  long expected();

  /** The next customer; empty if there are no more. */
  Optional<Wish> next() throws UnusableFile;

  @Override
  void close();
}
