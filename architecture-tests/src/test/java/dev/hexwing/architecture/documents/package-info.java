/** Holds the documents to the program. */
@NullMarked
package dev.hexwing.architecture.documents;

import org.jspecify.annotations.NullMarked;
