/** Holds the report package to what it promises. */
@NullMarked
package dev.hexwing.architecture.report;

import org.jspecify.annotations.NullMarked;
