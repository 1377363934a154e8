/** The command line: checks, explains and draws the architecture of compiled classes. */
@NullMarked
package dev.hexwing.architecture.cli;

import org.jspecify.annotations.NullMarked;
