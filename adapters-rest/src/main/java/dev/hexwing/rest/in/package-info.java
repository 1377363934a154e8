/** HTTP in: services on Helidon SE that turn requests into calls of the driving ports. */
@NullMarked
package dev.hexwing.rest.in;

import org.jspecify.annotations.NullMarked;
