/** Delivery: which drone brings what, and whether it may fly. */
@NullMarked
@BoundedContext(id = "delivery")
package dev.hexwing.domain.delivery;

import org.jmolecules.ddd.annotation.BoundedContext;
import org.jspecify.annotations.NullMarked;
