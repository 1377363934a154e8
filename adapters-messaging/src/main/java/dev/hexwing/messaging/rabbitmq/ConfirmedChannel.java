package dev.hexwing.messaging.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConfirmListener;
import com.rabbitmq.client.Return;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A channel on which the server answers for each message by its number: taken over, refused, or
 * returned because no queue waits for it.
 */
final class ConfirmedChannel implements ConfirmListener {

  private static final String NUMBER = "hexwing-number";

  private final Channel channel;
  private final ConcurrentNavigableMap<Long, CompletableFuture<Void>> open =
      new ConcurrentSkipListMap<>();

  private ConfirmedChannel(Channel channel) {
    this.channel = channel;
  }

  static ConfirmedChannel on(Channel channel) throws IOException {
    ConfirmedChannel confirmed = new ConfirmedChannel(channel);
    channel.confirmSelect();
    channel.addConfirmListener(confirmed);
    channel.addReturnListener(confirmed::returned);
    channel.addShutdownListener(confirmed::lost);
    return confirmed;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** A message under way. */
  record Sent(long number, CompletableFuture<Void> answer) {}

  /** Not to be called by two threads at a time. */
  Sent send(String exchange, RabbitWire.Message message) throws IOException {
    long number = channel.getNextPublishSeqNo();
    Sent sent = new Sent(number, new CompletableFuture<>());
    open.put(number, sent.answer());
    BasicProperties numbered = message.withHeader(NUMBER, number);
    try {
      channel.basicPublish(exchange, message.routingKey(), true, numbered, message.body());
    } catch (IOException | RuntimeException e) {
      open.remove(number);
      throw e;
    }
    return sent;
  }

  /** Waits for its answer no longer. */
  void forget(Sent sent) {
    open.remove(sent.number());
  }

  @Override
  public void handleAck(long number, boolean andAllBefore) {
    settle(number, andAllBefore, false);
  }

  @Override
  public void handleNack(long number, boolean andAllBefore) {
    settle(number, andAllBefore, true);
  }

  private void settle(long number, boolean andAllBefore, boolean refused) {
    ConcurrentNavigableMap<Long, CompletableFuture<Void>> settled =
        andAllBefore ? open.headMap(number, true) : open.subMap(number, true, number, true);
    settled
        .values()
        .forEach(
            answer -> {
              if (refused) {
                answer.completeExceptionally(new NotTakenOver("the server refused it"));
              } else {
                answer.complete(null);
              }
            });
    settled.clear();
  }

  /** Comes before the confirmation, which then finds nothing to confirm. */
  private void returned(Return message) {
    Object number = message.getProperties().getHeaders().get(NUMBER);
    CompletableFuture<Void> answer = number instanceof Long known ? open.remove(known) : null;
    if (answer != null) {
      answer.completeExceptionally(
          new NotTakenOver("no queue waits for it: " + message.getReplyText()));
    }
  }

  private void lost(ShutdownSignalException cause) {
    open.values()
        .forEach(answer -> answer.completeExceptionally(new NotTakenOver("line lost", cause)));
    open.clear();
  }
}
