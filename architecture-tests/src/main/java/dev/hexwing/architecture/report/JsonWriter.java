package dev.hexwing.architecture.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259), indented and in the order in which it is told, so that two runs compare
 * byte for byte.
 *
 * <p>Characters that end a script element or a line of script are escaped, so that what is written
 * may stand inside a page. Not safe for use by several threads.
 */
final class JsonWriter {

  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();
  private final Deque<Integer> sizes = new ArrayDeque<>();
  private boolean named;

  JsonWriter() {
    sizes.push(0);
  }

  JsonWriter beginObject() {
    return begin('{');
  }

  JsonWriter endObject() {
    return end('}');
  }

  JsonWriter beginArray() {
    return begin('[');
  }

  JsonWriter endArray() {
    return end(']');
  }

  /** Names the value that comes next. */
  JsonWriter name(String name) {
    separate();
    quote(name);
    text.append(": ");
    named = true;
    return this;
  }

  JsonWriter value(@Nullable String value) {
    separate();
    if (value == null) {
      text.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  JsonWriter value(long value) {
    separate();
    text.append(value);
    return this;
  }

  JsonWriter value(boolean value) {
    separate();
    text.append(value);
    return this;
  }

  JsonWriter member(String name, @Nullable String value) {
    return name(name).value(value);
  }

  JsonWriter member(String name, long value) {
    return name(name).value(value);
  }

  JsonWriter member(String name, boolean value) {
    return name(name).value(value);
  }

  JsonWriter member(String name, List<String> values) {
    name(name).beginArray();
    values.forEach(this::value);
    return endArray();
  }

  /** All that was written, and a line end. */
  String done() {
    if (sizes.size() != 1) {
      throw new IllegalStateException("an object or array is still open");
    }
    return text.append('\n').toString();
  }

  private JsonWriter begin(char bracket) {
    separate();
    text.append(bracket);
    sizes.push(0);
    return this;
  }

  private JsonWriter end(char bracket) {
    int size = sizes.pop();
    if (size > 0) {
      newLine();
    }
    text.append(bracket);
    return this;
  }

  private void separate() {
    if (named) {
      named = false;
      return;
    }
    int size = sizes.pop();
    sizes.push(size + 1);
    if (sizes.size() == 1) {
      return;
    }
    if (size > 0) {
      text.append(',');
    }
    newLine();
  }

  private void newLine() {
    text.append('\n').append(INDENT.repeat(sizes.size() - 1));
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20 || c == '<' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
