/** Pictures of the contexts and hexagons as they are in the bytecode. */
@NullMarked
package dev.hexwing.architecture.diagram;

import org.jspecify.annotations.NullMarked;
