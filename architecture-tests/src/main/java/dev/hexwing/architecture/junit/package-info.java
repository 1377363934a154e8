/** Runs the rules as JUnit tests: two lines in a team's test class. */
@NullMarked
package dev.hexwing.architecture.junit;

import org.jspecify.annotations.NullMarked;
