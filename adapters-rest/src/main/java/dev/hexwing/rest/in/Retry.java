package dev.hexwing.rest.in;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a client may do next about the same intent. */
enum Retry {
  /** Nothing: it is done. */
  @JsonProperty("none")
  NONE,
  /** Ask again with the same key; never with another one. */
  @JsonProperty("same-key")
  SAME_KEY,
  /** Try anew, as another intent with a key of its own. */
  @JsonProperty("new-key")
  NEW_KEY
}
