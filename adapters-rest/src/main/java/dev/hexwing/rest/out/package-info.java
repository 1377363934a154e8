/** The way out to the company that moves money: Stripe's protocol over HTTP. */
@NullMarked
package dev.hexwing.rest.out;

import org.jspecify.annotations.NullMarked;
