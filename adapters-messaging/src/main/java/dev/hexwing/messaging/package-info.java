/** Messaging adapters: the relay that empties the outbox, and the broker within one process. */
@NullMarked
package dev.hexwing.messaging;

import org.jspecify.annotations.NullMarked;
