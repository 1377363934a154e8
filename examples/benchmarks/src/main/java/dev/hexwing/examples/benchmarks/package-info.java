/** What Hexwing costs: measured against the plain code that it replaces, never run as a test. */
@NullMarked
package dev.hexwing.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
