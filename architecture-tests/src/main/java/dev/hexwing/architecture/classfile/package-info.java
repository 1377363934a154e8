/** Class files as plain data: what the rules read, and nothing that they judge. Not API. */
@NullMarked
package dev.hexwing.architecture.classfile;

import org.jspecify.annotations.NullMarked;
