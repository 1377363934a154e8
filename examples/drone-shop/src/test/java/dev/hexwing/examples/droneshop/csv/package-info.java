/** Tests of the drone shop, its csv part. */
@NullMarked
package dev.hexwing.examples.droneshop.csv;

import org.jspecify.annotations.NullMarked;
