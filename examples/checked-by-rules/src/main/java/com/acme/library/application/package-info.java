/** Serves readers. */
@NullMarked
package com.acme.library.application;

import org.jspecify.annotations.NullMarked;
