/** Events over Apache Kafka: one topic for each context, one consumer group for each consumer. */
@NullMarked
package dev.hexwing.messaging.kafka;

import org.jspecify.annotations.NullMarked;
