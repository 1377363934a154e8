/**
 * Plays customers against a running shop over HTTP, through a line that loses messages, and then
 * audits what the processor has charged. It knows the shop's HTTP interface and nothing else of it.
 */
@NullMarked
package dev.hexwing.examples.droneshop.journeys;

import org.jspecify.annotations.NullMarked;
