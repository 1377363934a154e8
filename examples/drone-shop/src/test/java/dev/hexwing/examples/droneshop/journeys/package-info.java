/** Tests of the drone shop, its journeys part. */
@NullMarked
package dev.hexwing.examples.droneshop.journeys;

import org.jspecify.annotations.NullMarked;
