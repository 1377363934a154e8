/** A payment processor of its own, with its own ledger, that speaks a shop's part of Stripe. */
@NullMarked
package dev.hexwing.examples.sandbox;

import org.jspecify.annotations.NullMarked;
