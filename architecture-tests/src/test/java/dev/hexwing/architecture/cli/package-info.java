/** Holds the cli package to what it promises. */
@NullMarked
package dev.hexwing.architecture.cli;

import org.jspecify.annotations.NullMarked;
