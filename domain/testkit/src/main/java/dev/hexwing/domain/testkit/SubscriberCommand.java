package dev.hexwing.domain.testkit;

import dev.hexwing.domain.notification.RetryPolicy;
import dev.hexwing.domain.notification.Subscriber;
import dev.hexwing.domain.notification.SubscriberRefusal;
import dev.hexwing.domain.notification.Topics;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;

/** What a subscriber can be asked to do. */
public sealed interface SubscriberCommand extends Command<Subscriber> {

  @Override
  Either<SubscriberRefusal, ?> carryOut(Subscriber subscriber);

  /**
   * {@link Subscriber#changeTopics}.
   *
   * @param topics what it wants from now on
   * @param occasion when and why
   */
  record ChangeTopics(Topics topics, Occasion occasion) implements SubscriberCommand {
    @Override
    public Either<SubscriberRefusal, ?> carryOut(Subscriber subscriber) {
      return subscriber.changeTopics(topics, occasion);
    }
  }

  /** {@link Subscriber#noteSuccess}, which never refuses. */
  record NoteSuccess() implements SubscriberCommand {
    @Override
    public Either<SubscriberRefusal, ?> carryOut(Subscriber subscriber) {
      subscriber.noteSuccess();
      return Either.right(subscriber.status());
    }
  }

  /**
   * {@link Subscriber#noteFailure}, which never refuses; the answer holds the event, if one came.
   *
   * @param policy what the operator asks
   * @param occasion when and why
   */
  record NoteFailure(RetryPolicy policy, Occasion occasion) implements SubscriberCommand {
    @Override
    public Either<SubscriberRefusal, ?> carryOut(Subscriber subscriber) {
      return Either.right(subscriber.noteFailure(policy, occasion));
    }
  }

  /**
   * {@link Subscriber#resume}.
   *
   * @param occasion when and why
   */
  record Resume(Occasion occasion) implements SubscriberCommand {
    @Override
    public Either<SubscriberRefusal, ?> carryOut(Subscriber subscriber) {
      return subscriber.resume(occasion);
    }
  }

  /**
   * {@link Subscriber#leave}.
   *
   * @param occasion when and why
   */
  record Leave(Occasion occasion) implements SubscriberCommand {
    @Override
    public Either<SubscriberRefusal, ?> carryOut(Subscriber subscriber) {
      return subscriber.leave(occasion);
    }
  }
}
