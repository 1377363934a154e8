package dev.hexwing.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The members of a stored JSON object as their text, read as they go by.
 *
 * <p>They are asked for in the order in which they were written, so each is found where the last
 * one was left; any other order works as well. For one thread.
 */
final class Members {

  private final List<String> names = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private int next;

  private Members() {}

  static Members read(String json) {
    try (JsonParser in = Json.parser(json)) {
      in.nextToken();
      return object(in);
    }
  }

  private static Members object(JsonParser in) {
    Members members = new Members();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      if (in.nextToken() != JsonToken.VALUE_NULL) {
        members.names.add(name);
        members.values.add(value(in));
      }
    }
    return members;
  }

  private static Object value(JsonParser in) {
    return switch (in.currentToken()) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> {
        List<Object> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(in));
        }
        yield elements;
      }
      default -> in.getString();
    };
  }

  String text(String name) {
    return required(name, String.class);
  }

  @Nullable UUID uuidIfAny(String name) {
    return has(name) ? uuid(name) : null;
  }

  UUID uuid(String name) {
    return UUID.fromString(text(name));
  }

  long whole(String name) {
    return Long.parseLong(text(name));
  }

  int count(String name) {
    return Integer.parseInt(text(name));
  }

  double real(String name) {
    return Double.parseDouble(text(name));
  }

  @Nullable Members objectIfAny(String name) {
    return has(name) ? required(name, Members.class) : null;
  }

  List<Members> objects(String name) {
    List<Members> objects = new ArrayList<>();
    for (Object element : required(name, List.class)) {
      objects.add((Members) element);
    }
    return objects;
  }

  private boolean has(String name) {
    for (int left = names.size(); left > 0; left--) {
      next = next < names.size() ? next : 0;
      if (names.get(next).equals(name)) {
        return true;
      }
      next++;
    }
    return false;
  }

  private <T> T required(String name, Class<T> kind) {
    if (!has(name)) {
      throw new IllegalArgumentException("no " + name + " among " + names);
    }
    return kind.cast(values.get(next++));
  }
}
