package dev.hexwing.messaging;

import dev.hexwing.application.events.MessageBroker;
import dev.hexwing.application.testkit.MessageBrokerContract;

/** The broker within one process keeps to the contract of brokers. */
class InProcessBrokerContractTest extends MessageBrokerContract {

  @Override
  protected MessageBroker open() {
    return new InProcessBroker();
  }
}
