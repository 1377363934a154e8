/** The assembly of the application: every use case over its driven ports, in plain code. */
@NullMarked
package dev.hexwing.application;

import org.jspecify.annotations.NullMarked;
