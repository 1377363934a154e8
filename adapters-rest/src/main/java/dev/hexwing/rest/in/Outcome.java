package dev.hexwing.rest.in;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether what came of a request for money is known for good. */
enum Outcome {
  /** Known for good. */
  @JsonProperty("final")
  FINAL,
  /** Money may have moved, or may yet. */
  @JsonProperty("unknown")
  UNKNOWN
}
