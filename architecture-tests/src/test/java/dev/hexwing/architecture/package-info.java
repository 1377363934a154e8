/** Holds this repository to the rules, and the rules to their broken twins. */
@NullMarked
package dev.hexwing.architecture;

import org.jspecify.annotations.NullMarked;
