package dev.hexwing.messaging.cloudevents;

/** How a CloudEvent is laid out in a message; whoever reads takes both. */
public enum Notation {
  /** Everything in one JSON document: {@code application/cloudevents+json}. */
  STRUCTURED,
  /** The event's facts as the message, everything else as its headers. */
  BINARY
}
