/** A team's own program around the domain jar: its own store, its own main. */
@NullMarked
package dev.hexwing.examples.embed;

import org.jspecify.annotations.NullMarked;
