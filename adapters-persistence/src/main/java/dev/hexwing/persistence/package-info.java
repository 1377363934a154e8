/** Keeps what happens in a database: repositories, event store, keys, outbox, inbox and caches. */
@NullMarked
@SecondaryAdapter
package dev.hexwing.persistence;

import org.jmolecules.architecture.hexagonal.SecondaryAdapter;
import org.jspecify.annotations.NullMarked;
