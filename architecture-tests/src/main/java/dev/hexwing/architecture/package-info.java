/** The rules of a hexagonal house, each with an id, a reason, and a test that it can fail. */
@NullMarked
package dev.hexwing.architecture;

import org.jspecify.annotations.NullMarked;
