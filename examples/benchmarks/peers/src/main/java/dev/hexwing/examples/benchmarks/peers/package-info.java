/** Outboxes that others have built, set up as their manuals say. */
@NullMarked
package dev.hexwing.examples.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
