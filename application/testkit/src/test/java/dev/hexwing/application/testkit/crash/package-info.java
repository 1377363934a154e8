/** The explorer explored: what it finds nothing in, and what it must find. */
@NullMarked
package dev.hexwing.application.testkit.crash;

import org.jspecify.annotations.NullMarked;
