/** Holds the baseline package to what it promises. */
@NullMarked
package dev.hexwing.architecture.baseline;

import org.jspecify.annotations.NullMarked;
