/** Notification: which endpoints hear of what, and whether a message reached them. */
@NullMarked
@BoundedContext(id = "notification")
package dev.hexwing.domain.notification;

import org.jmolecules.ddd.annotation.BoundedContext;
import org.jspecify.annotations.NullMarked;
