package dev.hexwing.examples.sandbox;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tells the shop what happened, some time after it did. */
interface Notices {

  /** Tells nobody. */
  Notices NONE = (type, object, keyed) -> {};

  /**
   * Takes one notice over for delivery and returns at once.
   *
   * @param object makes the object the notice is about; not called if nobody is to be told
   */
  void send(String type, Supplier<ObjectNode> object, Ledger.@Nullable Keyed keyed);

  default void send(String type, ObjectNode object, Ledger.@Nullable Keyed keyed) {
    send(type, () -> object, keyed);
  }
}
