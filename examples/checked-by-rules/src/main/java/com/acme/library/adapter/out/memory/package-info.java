/** Books in memory. */
@NullMarked
package com.acme.library.adapter.out.memory;

import org.jspecify.annotations.NullMarked;
