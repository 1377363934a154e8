package dev.hexwing.rest.in;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and where it goes on.
 *
 * @param items the part
 * @param nextCursor names the next part; null if there is none
 */
record Page<T>(List<T> items, @Nullable String nextCursor) {

  /**
   * Cuts a page out of what was found when one more than its size was asked for.
   *
   * @param cursor names the last item of a page
   */
  static <S, T> Page<T> of(
      List<S> found, int limit, Function<S, String> cursor, Function<S, T> body) {
    List<S> shown = found.size() > limit ? found.subList(0, limit) : found;
    String next = found.size() > limit ? cursor.apply(shown.getLast()) : null;
    return new Page<>(shown.stream().map(body).toList(), next);
  }
}
