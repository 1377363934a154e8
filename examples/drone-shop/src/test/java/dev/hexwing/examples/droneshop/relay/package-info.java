/** What goes wrong while events leave one PostgreSQL through relays on several nodes. */
@NullMarked
package dev.hexwing.examples.droneshop.relay;

import org.jspecify.annotations.NullMarked;
