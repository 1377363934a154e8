/**
 * Plays customers against a running shop over HTTP, through a line that loses messages or while it
 * is killed, audits what the processor has charged, and reports to operators. It knows the shop's
 * HTTP interface and nothing else of it.
 */
@NullMarked
package dev.hexwing.examples.droneshop.journeys;

import org.jspecify.annotations.NullMarked;
