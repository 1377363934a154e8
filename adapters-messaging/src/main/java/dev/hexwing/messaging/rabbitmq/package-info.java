/** Events over RabbitMQ: one topic exchange, one quorum queue for each consumer. */
@NullMarked
package dev.hexwing.messaging.rabbitmq;

import org.jspecify.annotations.NullMarked;
