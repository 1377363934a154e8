/** The drone shop: every part of Hexwing put together and running as one program. */
@NullMarked
package dev.hexwing.examples.droneshop;

import org.jspecify.annotations.NullMarked;
