/** Delivery's use cases: the fleet, the parcels, and which drone flies which. */
@NullMarked
package dev.hexwing.application.delivery;

import org.jspecify.annotations.NullMarked;
