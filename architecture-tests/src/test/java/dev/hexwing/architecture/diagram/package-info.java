/** Holds the diagram package to what it promises. */
@NullMarked
package dev.hexwing.architecture.diagram;

import org.jspecify.annotations.NullMarked;
