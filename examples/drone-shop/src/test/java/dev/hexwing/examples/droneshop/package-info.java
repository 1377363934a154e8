/** Tests of the drone shop. */
@NullMarked
package dev.hexwing.examples.droneshop;

import org.jspecify.annotations.NullMarked;
