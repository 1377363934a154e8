/** Ordering: what a customer wants, what it costs, and how far it has come. */
@NullMarked
@BoundedContext(id = "ordering")
package dev.hexwing.domain.ordering;

import org.jmolecules.ddd.annotation.BoundedContext;
import org.jspecify.annotations.NullMarked;
