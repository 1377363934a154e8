/** What was found, written for people, build servers and code hosts. */
@NullMarked
package dev.hexwing.architecture.report;

import org.jspecify.annotations.NullMarked;
