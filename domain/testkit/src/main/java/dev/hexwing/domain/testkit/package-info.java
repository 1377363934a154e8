/** The testkit: arbitrary values, aggregates and lives of the domain, valid by construction. */
@NullMarked
package dev.hexwing.domain.testkit;

import org.jspecify.annotations.NullMarked;
