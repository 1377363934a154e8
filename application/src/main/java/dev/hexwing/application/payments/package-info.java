/** Payments' use cases: charging exactly once, refunds, and the end of every unknown outcome. */
@NullMarked
package dev.hexwing.application.payments;

import org.jspecify.annotations.NullMarked;
