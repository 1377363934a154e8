package dev.hexwing.examples.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** What the processor says to one request: an HTTP status and a JSON object. */
record Answer(int status, ObjectNode body) {

  static Answer ok(ObjectNode body) {
    return new Answer(200, body);
  }
}
