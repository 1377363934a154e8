/** How events leave a transaction and arrive at those who wait for them, each effect once. */
@NullMarked
package dev.hexwing.application.events;

import org.jspecify.annotations.NullMarked;
