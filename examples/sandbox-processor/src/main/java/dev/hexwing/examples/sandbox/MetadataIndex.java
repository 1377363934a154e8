package dev.hexwing.examples.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds intents by one metadata pair. It keeps hashes, not texts, so that a million intents fit in
 * memory: a hit still has to be compared with the object itself. Thread-safe.
 */
final class MetadataIndex {

  private final Map<Long, Object> byHash = new HashMap<>();

  synchronized void add(String name, String value, PlacedIntent intent) {
    byHash.merge(hash(name, value), intent, MetadataIndex::joined);
  }

  /** The candidates, oldest first; those that only share the hash are among them. */
  synchronized List<PlacedIntent> find(String name, String value) {
    return switch (byHash.get(hash(name, value))) {
      case PlacedIntent one -> List.of(one);
      case Several several -> List.copyOf(several.intents);
      case null, default -> Collections.emptyList();
    };
  }

  /** Most pairs name one intent, so only the others pay for a list. */
  private record Several(List<PlacedIntent> intents) {}

  private static Object joined(Object known, Object added) {
    if (known instanceof Several several && added instanceof PlacedIntent intent) {
      several.intents.add(intent);
      return several;
    }
    List<PlacedIntent> intents = new ArrayList<>(2);
    intents.add((PlacedIntent) known);
    intents.add((PlacedIntent) added);
    return new Several(intents);
  }

  private static long hash(String name, String value) {
    long hash = 0xcbf29ce484222325L;
    String pair = name.length() + ":" + name + "=" + value;
    for (int i = 0; i < pair.length(); i++) {
      hash = (hash ^ pair.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
