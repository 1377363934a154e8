/** Ordering's use cases: the ports that drive it, and the policies that follow events. */
@NullMarked
package dev.hexwing.application.ordering;

import org.jspecify.annotations.NullMarked;
