/** How events become records and come back: for the contexts alone, and no part of the API. */
@NullMarked
package dev.hexwing.domain.shared.internal;

import org.jspecify.annotations.NullMarked;
