/** Holds the build to failing when it must. */
@NullMarked
package com.acme.library;

import org.jspecify.annotations.NullMarked;
