/** The crash explorer: kills the shop at every step of a use case and audits what is left. */
@NullMarked
package dev.hexwing.application.testkit.crash;

import org.jspecify.annotations.NullMarked;
