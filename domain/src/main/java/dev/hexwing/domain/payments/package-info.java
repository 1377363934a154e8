/** Payments: how the customer's money moves, once. */
@NullMarked
@BoundedContext(id = "payments")
package dev.hexwing.domain.payments;

import org.jmolecules.ddd.annotation.BoundedContext;
import org.jspecify.annotations.NullMarked;
