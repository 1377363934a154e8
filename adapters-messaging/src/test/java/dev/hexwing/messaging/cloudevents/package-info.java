/** Events on the wire: nothing is lost, and what others wrote is read kindly. */
@NullMarked
package dev.hexwing.messaging.cloudevents;

import org.jspecify.annotations.NullMarked;
