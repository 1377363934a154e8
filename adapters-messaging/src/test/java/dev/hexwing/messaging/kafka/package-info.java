/** Kafka's adapter at work with Kafka's own server. */
@NullMarked
package dev.hexwing.messaging.kafka;

import org.jspecify.annotations.NullMarked;
