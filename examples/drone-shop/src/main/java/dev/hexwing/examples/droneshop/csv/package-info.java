/** Reads files of products and orders that came from elsewhere, row by row, strictly. */
@NullMarked
package dev.hexwing.examples.droneshop.csv;

import org.jspecify.annotations.NullMarked;
