/** Background work: named threads with an owner and an orderly stop. */
@NullMarked
package dev.hexwing.application.work;

import org.jspecify.annotations.NullMarked;
