/** The relay and the broker at work over an outbox in memory. */
@NullMarked
package dev.hexwing.messaging;

import org.jspecify.annotations.NullMarked;
