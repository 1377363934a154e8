/** What the customer lived through, from tap to confirmation seen: a read side. */
@NullMarked
package dev.hexwing.application.journey;

import org.jspecify.annotations.NullMarked;
