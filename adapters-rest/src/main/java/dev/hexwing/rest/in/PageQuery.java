package dev.hexwing.rest.in;

import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Which part of a list is asked for.
 *
 * @param limit the most items, 1 to 100
 * @param after the item after which it begins, if given
 */
record PageQuery<I>(int limit, Option<I> after) {

  private static final int USUAL = 20;
  private static final int MOST = 100;

  static <I> PageQuery<I> of(Call call, Function<String, Option<I>> id) {
    Fields fields = new Fields();
    int limit = call.query("limit").map(text -> limit(text, fields)).getOrElse(USUAL);
    Option<String> cursor = call.query("cursor");
    Option<I> after = cursor.flatMap(PageQuery::decode).flatMap(id);
    if (cursor.isDefined() && after.isEmpty()) {
      fields.refuse("cursor", "must be a nextCursor of this list");
    }
    fields.refuseIfAny();
    return new PageQuery<>(limit, after);
  }

  private static int limit(String text, Fields fields) {
    if (text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    fields.refuse("limit", "must be 1 to " + MOST);
    return USUAL;
  }

  /** Fetches one item more than the page holds, so that the page knows whether another follows. */
  <S> List<S> fetch(BiFunction<Option<I>, Integer, List<S>> list, Function<S, I> idOf) {
    if (limit < MOST) {
      return list.apply(after, limit + 1);
    }
    // The port hands out no more than 100 at once.
    List<S> found = new ArrayList<>(list.apply(after, MOST));
    if (found.size() == MOST) {
      found.addAll(list.apply(Option.some(idOf.apply(found.getLast())), 1));
    }
    return found;
  }

  static String encode(Object id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Option<String> decode(String cursor) {
    try {
      return Option.some(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Option.none();
    }
  }
}
