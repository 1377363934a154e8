/** Transactions, and what a store may answer: the ports that persistence adapters implement. */
@NullMarked
package dev.hexwing.application.store;

import org.jspecify.annotations.NullMarked;
