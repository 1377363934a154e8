/** Events as CloudEvents: what they look like on the wire, and how they are read from it. */
@NullMarked
package dev.hexwing.messaging.cloudevents;

import org.jspecify.annotations.NullMarked;
