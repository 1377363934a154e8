/** The protocol of exactly-once, driven through the whole application over in-memory adapters. */
@NullMarked
package dev.hexwing.application.exactlyonce;

import org.jspecify.annotations.NullMarked;
