/** The shared kernel: the few words that mean the same in every context. */
@NullMarked
package dev.hexwing.domain.shared;

import org.jspecify.annotations.NullMarked;
