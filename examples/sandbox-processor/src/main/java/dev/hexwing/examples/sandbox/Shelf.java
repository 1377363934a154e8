package dev.hexwing.examples.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects of one kind in the order they were made, found by id. Thread-safe. */
final class Shelf<T extends Placed> {

  /** A stretch of a list, newest first. */
  record Page<T>(List<T> items, boolean hasMore) {}

  private final List<T> oldestFirst = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();

  synchronized void add(T object) {
    positions.put(object.id, oldestFirst.size());
    oldestFirst.add(object);
  }

  synchronized int size() {
    return oldestFirst.size();
  }

  synchronized Optional<T> find(String id) {
    return Optional.ofNullable(positions.get(id)).map(oldestFirst::get);
  }

  /** The page after {@code after}, or the first one, of the objects made no later than the time. */
  synchronized Page<T> page(@Nullable T after, int limit, long madeUntil) {
    Integer position = after == null ? null : positions.get(after.id);
    return page(oldestFirst, position == null ? oldestFirst.size() : position, limit, madeUntil);
  }

  /** As above over any list that is oldest first, going back from {@code before}, exclusively. */
  static <T extends Placed> Page<T> page(
      List<T> oldestFirst, int before, int limit, long madeUntil) {
    List<T> items = new ArrayList<>(limit);
    for (int i = before - 1; i >= 0; i--) {
      T object = oldestFirst.get(i);
      if (object.at > madeUntil) {
        continue;
      }
      if (items.size() == limit) {
        return new Page<>(items, true);
      }
      items.add(object);
    }
    return new Page<>(items, false);
  }
}
