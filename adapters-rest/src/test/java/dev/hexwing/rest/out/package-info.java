/** Tests of the way out, against servers that answer byte by byte as a test tells them. */
@NullMarked
package dev.hexwing.rest.out;

import org.jspecify.annotations.NullMarked;
