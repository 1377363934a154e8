package dev.hexwing.messaging.kafka;

import dev.hexwing.domain.access.AccessRecords;
import dev.hexwing.domain.delivery.FlightRecords;
import dev.hexwing.domain.notification.MessageRecords;
import dev.hexwing.domain.ordering.OrderRecords;
import dev.hexwing.domain.payments.PaymentRecords;
import dev.hexwing.messaging.cloudevents.EventFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the contexts: one each, made when they are first needed and not there. */
final class Topics {

  private static final List<String> CONTEXTS =
      List.of(
          OrderRecords.PREFIX,
          PaymentRecords.PREFIX,
          FlightRecords.PREFIX,
          AccessRecords.PREFIX,
          MessageRecords.PREFIX);

  private final KafkaSettings settings;
  private final ReentrantLock making = new ReentrantLock();
  private volatile boolean made;

  Topics(KafkaSettings settings) {
    this.settings = settings;
  }

  /** The topic of a type of event: {@code hexwing.payments} for payments. */
  String of(String type) {
    String context = EventFormat.context(type);
    return settings.prefix() + context.substring(context.lastIndexOf('.'));
  }

  List<String> all() {
    return CONTEXTS.stream().map(prefix -> of(prefix + "any.v1")).toList();
  }

  /**
   * Makes those that are missing, unless that was done before.
   *
   * @throws NotTakenOver if the cluster does not answer in time or does not let us
   */
  void make() {
    if (made) {
      return;
    }
    try {
      if (!making.tryLock(settings.deliveryTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NotTakenOver("somebody else is making the topics of " + settings.prefix());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotTakenOver("interrupted while making topics", e);
    }
    try {
      if (!made) {
        makeMissing();
      }
    } finally {
      making.unlock();
    }
  }

  private void makeMissing() {
    try (Admin admin = Admin.create(ClientProperties.administration(settings))) {
      List<NewTopic> topics =
          all().stream()
              .map(name -> new NewTopic(name, Optional.of(settings.partitions()), Optional.empty()))
              .toList();
      Map<String, KafkaFuture<Void>> results = admin.createTopics(topics).values();
      for (KafkaFuture<Void> result : results.values()) {
        await(result);
      }
      made = true;
    }
  }

  private void await(KafkaFuture<Void> result) {
    try {
      result.get(2 * settings.deliveryTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotTakenOver("interrupted while making topics", e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new NotTakenOver("cannot make the topics of " + settings.prefix(), e);
      }
    } catch (TimeoutException e) {
      throw new NotTakenOver("cannot make the topics of " + settings.prefix() + " in time", e);
    }
  }
}
