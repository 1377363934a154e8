/** Holds the rules as JUnit tests to what they promise. */
@NullMarked
package dev.hexwing.architecture.junit;

import org.jspecify.annotations.NullMarked;
