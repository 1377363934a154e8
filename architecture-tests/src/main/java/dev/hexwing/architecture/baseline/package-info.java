/** What a team has agreed to put right later, so that only what is new fails the build. */
@NullMarked
package dev.hexwing.architecture.baseline;

import org.jspecify.annotations.NullMarked;
