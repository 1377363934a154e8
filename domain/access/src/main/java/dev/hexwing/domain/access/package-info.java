/** Access: who may call, proven by a key or a refresh token, and when that right ends. */
@NullMarked
@BoundedContext(id = "access")
package dev.hexwing.domain.access;

import org.jmolecules.ddd.annotation.BoundedContext;
import org.jspecify.annotations.NullMarked;
