/** One intent, one key, one outcome: what a request with a key meets. */
@NullMarked
package dev.hexwing.application.idempotency;

import org.jspecify.annotations.NullMarked;
