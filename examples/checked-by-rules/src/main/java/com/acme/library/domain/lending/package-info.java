/** Books that are lent. */
@NullMarked
package com.acme.library.domain.lending;

import org.jspecify.annotations.NullMarked;
