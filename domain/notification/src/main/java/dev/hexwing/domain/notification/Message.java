package dev.hexwing.domain.notification;

import dev.hexwing.domain.shared.EventId;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What a subscriber is told, the same with every attempt.
 *
 * @param topic what it is about
 * @param cause the event that it tells of, by which the receiver drops what it had already
 * @param body the text that is sent, 1 to 65,536 characters
 */
@ValueObject
public record Message(Topic topic, EventId cause, String body) {

  /** The most characters of a body. */
  public static final int LONGEST_BODY = 65_536;

  /** Refuses absent parts, and an empty or long body with {@link IllegalArgumentException}. */
  public Message {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(body, "body");
    if (body.isEmpty() || body.length() > LONGEST_BODY) {
      throw new IllegalArgumentException("body must have 1 to 65536 characters: " + body.length());
    }
  }
}
