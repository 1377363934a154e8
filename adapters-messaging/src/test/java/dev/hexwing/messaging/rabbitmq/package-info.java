/** Tests of events over RabbitMQ, on its own server where that is installed. */
@NullMarked
package dev.hexwing.messaging.rabbitmq;

import org.jspecify.annotations.NullMarked;
